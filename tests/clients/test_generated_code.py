"""The code that the console makes of a form, run: a command, a program and a resource lead to what its own save leads to."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import disruptive as dt
import hcl2
import pytest
from disruptive.requests import DTRequest

from conftest import ROOT

AWKWARD = "It's \"$HOME\" `id` $(id) \\ \\n ${x} $${y} %{z} %%{w} !! <A>\n\t\u0007\u2028é ☃ 😀 $"
SECRET = "hush '\"\\$HOME` $(id) ☃"
PASSWORD = "me:hush%40home"

HTTP_PUSH = {
    "displayName": "Building operations",
    "type": "HTTP_PUSH",
    "status": "ACTIVE",
    "events": ["touch"],
    "labels": ["name"],
    "httpConfig": {"url": "https://ops.example.com/dt", "signatureSecret": SECRET, "headers": {"X-Site": "Oslo"}},
}
WITH_CREDENTIALS = {
    "url": f"https://{PASSWORD}@ops.example.com/it's?a=$b&c={{d}}`",
    "signatureSecret": SECRET,
    "headers": {"Authorization": f"Basic {SECRET[:-1]}", "X-Api-Key": "hush", "X-Site": "It's \"$HOME\" ${x} \\"},
}
CREDENTIALS = {
    "SIGNATURE_SECRET": SECRET,
    "URL_USERINFO": PASSWORD,
    "HEADER_AUTHORIZATION": f"Basic {SECRET[:-1]}",
    "HEADER_X_API_KEY": "hush",
}
AZURE = {"tenantId": AWKWARD, "clientId": "c"}
QUEUES = {
    "AZURE_SERVICE_BUS": {
        "azureServiceBusConfig": {
            "url": "sb://a.servicebus.windows.net/b",
            "authenticationConfig": AZURE,
            "brokerProperties": {"correlationId": AWKWARD},
        }
    },
    "AZURE_EVENT_HUB": {
        "azureEventHubConfig": {"url": "sb://a.servicebus.windows.net/b", "authenticationConfig": AZURE}
    },
    "GOOGLE_CLOUD_PUBSUB": {"pubsubConfig": {"topic": "projects/a/topics/b", "audience": AWKWARD}},
    "AWS_SQS": {
        "awsSqsConfig": {"queueUrl": "https://sqs.example.com/1/a", "awsRoleArn": AWKWARD, "audience": AWKWARD}
    },
}


def new(kind, config, **fields):
    return {"displayName": AWKWARD, "type": kind, "status": "ACTIVE", "events": [], "labels": [], **config, **fields}


# What there is, what the form shows, and the secrets among what is sent.
CASES = {
    "nothing": (HTTP_PUSH, HTTP_PUSH, {}),
    "one field": (HTTP_PUSH, {**HTTP_PUSH, "displayName": AWKWARD}, {}),
    "name removed": (HTTP_PUSH, {**HTTP_PUSH, "displayName": ""}, {}),
    "all but the endpoint": (
        HTTP_PUSH,
        {**HTTP_PUSH, "status": "USER_DISABLED", "events": ["co2", "humidity"], "labels": [AWKWARD, "floor"]},
        {},
    ),
    "an endpoint with credentials": (HTTP_PUSH, {**HTTP_PUSH, "httpConfig": WITH_CREDENTIALS}, CREDENTIALS),
    "an endpoint without a secret": (
        HTTP_PUSH,
        {**HTTP_PUSH, "httpConfig": {"url": "https://b.example", "signatureSecret": "", "headers": {}}},
        {},
    ),
    "a new endpoint": (None, new("HTTP_PUSH", {"httpConfig": WITH_CREDENTIALS}, labels=["name"]), CREDENTIALS),
    "a new disabled endpoint": (
        None,
        {**HTTP_PUSH, "displayName": "", "status": "USER_DISABLED"},
        {"SIGNATURE_SECRET": SECRET},
    ),
    **{f"a new {kind}": (None, new(kind, config, events=["touch"]), {}) for kind, config in QUEUES.items()},
    **{
        f"an {kind}": (
            json.loads(json.dumps(new(kind, config)).replace(json.dumps(AWKWARD)[1:-1], "plain")),
            new(kind, config, status="USER_DISABLED"),
            {},
        )
        for kind, config in QUEUES.items()
    },
    "a removed correlation ID": (
        new("AZURE_SERVICE_BUS", QUEUES["AZURE_SERVICE_BUS"]),
        new("AZURE_SERVICE_BUS", {
            "azureServiceBusConfig": {"url": "sb://a.servicebus.windows.net/b", "authenticationConfig": AZURE}
        }),
        {},
    ),
}


class Case:
    """A Data Connector, or none, and a form of it, with what the console sends to save that."""

    def __init__(self, emulator, project, name):
        self.emulator = emulator
        self.url = f"/projects/{project.project_id}/dataconnectors"
        self.before, self.wanted, self.secrets = CASES[name]
        self.connector = None
        if self.before:
            self.connector = DTRequest.post(self.url, body=self.before)["name"]
        self.saved = self.printed()

    def printed(self):
        """The code, and what the console sends."""
        name = self.connector or f"{self.url[1:]}/new"
        connector = DTRequest.get(f"/{name}") if self.before else None
        given = {
            "baseUrl": dt.base_url,
            "connector": connector,
            "wanted": {**self.wanted, "name": name},
        }
        program = Path(os.environ.get("DT_EMULATOR", ROOT / "target/debug/dt-emulator")).parent
        output = subprocess.run(
            [program / "examples/generated_code"], input=json.dumps(given), capture_output=True, text=True, check=True
        )
        return json.loads(output.stdout)

    def expected(self):
        """What the console's own save leads to, seen at a twin."""
        body = self.saved["body"]
        twin = DTRequest.post(self.url, body=self.before or body)
        if self.before and body:
            twin = DTRequest.patch(f"/{twin['name']}", body=body)
        DTRequest.delete(f"/{twin['name']}")
        return {**twin, "name": None}

    def stored(self):
        """What there is now."""
        (connector,) = DTRequest.get(self.url)["dataConnectors"]
        assert self.connector in (None, connector["name"])
        return {**connector, "name": None}

    def sent(self, run):
        """What `run` sends."""
        before = len(self.emulator.control("GET", "journal"))
        run()
        (entry,) = [
            entry
            for entry in self.emulator.control("GET", "journal")[before:]
            if entry["path"].startswith("/v2/")
        ]
        assert entry["status"] == 200
        return entry

    def check_sent(self, run):
        """What `run` sends is exactly what the console sends, and leads to the same."""
        expected = self.expected()
        entry = self.sent(run)
        assert (entry["method"], entry["query"]) == (self.saved["method"], "")
        assert entry["path"] == f"/v2{'/' + self.connector if self.connector else self.url}"
        assert entry["body"] == self.saved["body"]
        assert self.stored() == expected


@pytest.fixture(params=CASES)
def case(request, emulator, project):
    return Case(emulator, project, request.param)


def run(command, variables, **options):
    """Runs a program that knows these variables."""
    environment = {"PATH": os.environ["PATH"], "NO_PROXY": "localhost", "PYTHONDONTWRITEBYTECODE": "1", **variables}
    process = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, **options)
    assert process.returncode == 0, process.stderr
    return process.stdout


def test_the_command_sends_what_the_console_sends(case):
    code = case.saved["cURL"]
    variables = {**case.secrets, "ACCESS_TOKEN": dt.default_auth.get_token().removeprefix("Bearer ")}
    assert code["variables"].keys() == variables.keys()
    case.check_sent(lambda: run(["sh", "-eu", "-c", code["text"]], variables))


def test_the_program_sends_what_the_console_sends(case, tmp_path):
    account = case.emulator.accounts["organization.admin"]
    credentials = {name: account[name] for name in ("keyId", "secret", "email")}
    credentials |= {"algorithm": "HS256", "tokenEndpoint": f"{case.emulator.api}/oauth2/token"}
    (tmp_path / "credentials.json").write_text(json.dumps({"serviceAccount": credentials}))
    code = case.saved["Python"]
    variables = {**case.secrets, "DT_CREDENTIALS_FILE": str(tmp_path / "credentials.json")}
    assert code["variables"].keys() == variables.keys()
    (tmp_path / "program.py").write_text(code["text"], encoding="utf-8")
    case.check_sent(lambda: run([sys.executable, "-W", "error", tmp_path / "program.py"], variables))


def test_the_resource_describes_what_the_console_saves(case):
    code = case.saved["Terraform"]
    parsed = hcl2.loads(code["text"])
    variables = {name.lower(): value for name, value in case.secrets.items()}
    assert variables.keys() <= code["variables"].keys()
    declared = {string(name, {}): block for entry in parsed.get("variable", []) for name, block in entry.items()}
    assert declared.keys() == code["variables"].keys()
    assert all(block["sensitive"] is True for block in declared.values())
    # A secret that is kept is not among what is sent, but it is part of the resource.
    variables.setdefault("signature_secret", SECRET)

    (labels,) = parsed["resource"]
    resource = value(labels['"dt_data_connector"'], variables)
    ((label, attributes),) = resource.items()
    if case.connector:
        (block,) = parsed["import"]
        assert string(block["id"], {}) == case.connector
        assert block["to"] == f"${{dt_data_connector.{label}}}"
    else:
        assert "import" not in parsed
    assert attributes.pop("project") == case.url[1:].removesuffix("/dataconnectors")
    # The provider sends all of this, and the status ACTIVE.
    body = {**attributes, "status": "ACTIVE"}
    expected = {**case.expected(), "status": "ACTIVE"}
    if case.connector:
        DTRequest.patch(f"/{case.connector}", body=body)
    else:
        DTRequest.post(case.url, body=body)
    assert case.stored() == expected


def value(parsed, variables):
    """What an expression stands for, with the names that the API has."""
    match parsed:
        case str():
            return string(parsed, variables)
        case list():
            return [value(item, variables) for item in parsed]
        case dict():
            members = {key: item for key, item in parsed.items() if key != "__is_block__"}
            return {name(key, variables): value(item, variables) for key, item in members.items()}
        case _:
            return parsed


def name(key, variables):
    """A quoted key is a text, another the provider's name of a field."""
    if key.startswith('"'):
        return string(key, variables)
    first, *others = key.split("_")
    return first + "".join(other.title() for other in others)


def string(parsed, variables):
    """What a quoted template or a reference stands for, by HCL's specification."""
    escapes = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}

    def part(match):
        if match["variable"]:
            return variables[match["variable"]]
        if match["code"]:
            return chr(int(match["code"], 16))
        return escapes[match["escape"]] if match["escape"] else match[0][1:]

    pattern = r"\$\$\{|%%\{|\\u(?P<code>[0-9a-f]{4})|\\(?P<escape>.)|\$\{var\.(?P<variable>\w+)\}"
    return re.sub(pattern, part, parsed.removeprefix('"').removesuffix('"'))


def test_no_secret_is_in_the_code(case):
    for language in ("cURL", "Python", "Terraform", "JSON"):
        text = case.saved[language]["text"]
        assert "hush" not in text and json.dumps(SECRET)[1:-1] not in text, language


def test_a_secret_that_is_not_set_is_never_sent(emulator, project):
    case = Case(emulator, project, "an endpoint with credentials")
    variables = {**case.secrets, "ACCESS_TOKEN": dt.default_auth.get_token().removeprefix("Bearer ")}
    journal = emulator.journal()
    for missing in case.secrets:
        environment = {"PATH": os.environ["PATH"], **variables, missing: ""}
        command = ["sh", "-c", case.saved["cURL"]["text"]]
        assert subprocess.run(command, env=environment, capture_output=True, timeout=30).returncode != 0
    assert emulator.journal() == journal
