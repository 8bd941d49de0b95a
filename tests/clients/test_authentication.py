"""Service accounts sign in through DT's Python package."""

import json

import disruptive as dt
import pytest
from disruptive.authentication import Auth
from disruptive.errors import Unauthorized


@pytest.mark.parametrize("role", ["project.user", "project.developer", "organization.admin"])
def test_every_demo_account_signs_in(emulator, role):
    assert dt.Project.list_projects(auth=emulator.sign_in(role)) != []


@pytest.mark.parametrize("wrong", ["keyId", "secret", "email"])
def test_wrong_credentials_are_unauthorized(emulator, wrong):
    account = {**emulator.accounts["project.developer"], wrong: "wrong"}
    auth = dt.Auth.service_account(account["keyId"], account["secret"], account["email"])
    auth.token_endpoint = f"{emulator.api}/oauth2/token"
    with pytest.raises(Unauthorized, match="Could not authenticate"):
        dt.Project.list_projects(auth=auth)


def test_a_credentials_file_signs_in(emulator, tmp_path, monkeypatch):
    account = emulator.accounts["project.developer"]
    content = {name: account[name] for name in ("keyId", "secret", "email")}
    content |= {"algorithm": "HS256", "tokenEndpoint": f"{emulator.api}/oauth2/token"}
    file = tmp_path / "credentials.json"
    file.write_text(json.dumps({"serviceAccount": content}))
    monkeypatch.setenv("DT_CREDENTIALS_FILE", str(file))
    assert dt.Project.list_projects(auth=Auth.init()) != []


def test_a_token_that_ended_is_refused(emulator, project):
    auth = emulator.sign_in("organization.admin")
    dt.Project.get_project(project.project_id, auth=auth)
    emulator.control("POST", "clock", {"advance": "61m"})
    # The package renews by its own clock, which did not move.
    with pytest.raises(Unauthorized):
        dt.Project.get_project(project.project_id, auth=auth)
