"""The emulator that the tests of DT's own packages drive, as a program of its own on free ports."""

import json
import os
import re
import subprocess
import urllib.request
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

# Read by the package when it is imported and by every request.
os.environ["NO_PROXY"] = "localhost"
for variable in ("DT_CREDENTIALS_FILE", "DT_SERVICE_ACCOUNT_KEY_ID"):
    os.environ.pop(variable, None)

import disruptive  # noqa: E402
import pytest  # noqa: E402
from disruptive.requests import DTRequest  # noqa: E402
from receiver import Receiver  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Emulator:
    """A running emulator, seen past the package under test."""

    api: str
    accounts: dict = field(default_factory=dict)

    def control(self, method, name, body=None):
        """Calls what is under `/_emulator`, and gives the answer."""
        request = urllib.request.Request(
            f"{self.api}/_emulator/{name}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        # Moving the clock waits for receivers, and these have 10 seconds.
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def pass_time(self, by):
        """Moves the clock on, and signs the package in again, whose token may have ended. What was to be pushed until
        then has been pushed."""
        self.control("POST", "clock", {"advance": by})
        disruptive.default_auth = self.sign_in("organization.admin")

    def settle(self):
        """Waits until nothing is being pushed."""
        self.control("POST", "clock", {"advance": "0s"})

    def journal(self):
        """The requests of the REST API since the last reset, as `METHOD path`."""
        entries = self.control("GET", "journal")
        return [f"{entry['method']} {entry['path']}" for entry in entries if entry["path"].startswith("/v2/")]

    def sign_in(self, role):
        """An authentication of the package for the demo account with this role."""
        account = self.accounts[role]
        auth = disruptive.Auth.service_account(account["keyId"], account["secret"], account["email"])
        auth.token_endpoint = f"{self.api}/oauth2/token"
        return auth


@contextmanager
def program(*arguments):
    """The emulator, running for as long as it is in use."""
    path = os.environ.get("DT_EMULATOR", ROOT / "target/debug/dt-emulator")
    command = [path, "--port", "0", "--api-port", "0", "--seed", "demo", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            first_line = process.stdout.readline()
            origins = re.fullmatch(r"console (\S+) api (\S+)\n", first_line)
            assert origins, f"the emulator printed {first_line!r}"
            emulator = Emulator(api=origins[2])
            for account in emulator.control("GET", "accounts"):
                emulator.accounts.setdefault(account["role"], account)
            yield emulator
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def start_emulator(tmp_path_factory):
    """Starts an emulator with these arguments and settings, which runs until the last test has ended."""
    with ExitStack() as running:

        def start(*arguments, settings=None):
            if settings is not None:
                file = tmp_path_factory.mktemp("settings") / "settings.json"
                file.write_text(json.dumps(settings))
                arguments += ("--settings", file)
            return running.enter_context(program(*arguments))

        yield start


@pytest.fixture(scope="session")
def running_emulator(start_emulator):
    """The emulator with its defaults. A module whose tests need another one has its own fixture of this name."""
    return start_emulator()


@pytest.fixture(scope="session")
def patient_emulator(start_emulator):
    """One that pushes again what was not acknowledged only when its clock is moved: the first pause is half an
    hour, each later one an hour."""
    return start_emulator(settings={"delivery": {"backOff": {"firstSeconds": 1800, "jitter": 0}}})


@pytest.fixture(autouse=True)
def emulator(running_emulator, monkeypatch):
    """The emulator as it was when it started, and the package pointed at it as the organization's admin."""
    monkeypatch.setattr(disruptive, "base_url", f"{running_emulator.api}/v2")
    monkeypatch.setattr(disruptive, "emulator_base_url", f"{running_emulator.api}/v2")
    monkeypatch.setattr(disruptive, "request_attempts", 1)
    monkeypatch.setattr(disruptive, "default_auth", running_emulator.sign_in("organization.admin"))
    forget_page_token()
    yield running_emulator
    # Afterwards, so that an emulator that rests pushes nothing to the ports that receivers had.
    running_emulator.control("POST", "reset", {"seed": "demo"})


def forget_page_token():
    """Works around a defect of the package: the default of `params` is one dict for all calls, so the last page
    token of one listing starts the next one."""
    (params,) = DTRequest.paginated_get.__func__.__defaults__
    params.clear()


@pytest.fixture
def organization():
    """The organization of the demo."""
    (organization,) = disruptive.Organization.list_organizations()
    return organization


@pytest.fixture
def project():
    """The first project of the demo fleet, with no Data Connectors yet."""
    first = disruptive.Project.list_projects()[0]
    for connector in disruptive.DataConnector.list_data_connectors(first.project_id):
        disruptive.DataConnector.delete_data_connector(connector.data_connector_id, first.project_id)
    return first


@pytest.fixture
def sensor(project):
    """An emulated temperature sensor that has told nothing."""
    labels = {"floor": "2"}
    return disruptive.Emulator.create_device(project.project_id, "temperature", "Attic", labels)


@pytest.fixture
def connector(project):
    """A Data Connector with a value in every field."""
    return disruptive.DataConnector.create_data_connector(
        project.project_id,
        disruptive.DataConnector.HttpPushConfig(
            url="https://ops.example.com/dt?site=oslo",
            signature_secret="correct horse battery staple",
            headers={"X-Team": "building-ops"},
        ),
        display_name="Building operations",
        status="ACTIVE",
        event_types=["temperature", "touch"],
        labels=["name", "floor"],
    )


@pytest.fixture
def receiver():
    """A receiver that accepts what it is sent."""
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def forward(project):
    """Makes a Data Connector that forwards the project's events to a URL."""

    def forward(url, secret="", headers=None, **options):
        config = disruptive.DataConnector.HttpPushConfig(url, secret, headers or {})
        return disruptive.DataConnector.create_data_connector(project.project_id, config, **options)

    return forward
