"""Every call about service accounts and their keys of DT's Python package."""

from datetime import datetime

import disruptive as dt
import pytest
from disruptive.errors import BadRequest, Forbidden, NotFound, Unauthorized

ServiceAccount = dt.ServiceAccount
ABSENT = "c0000000000000000000"


@pytest.fixture
def account(project):
    """A service account that is a member of nothing and has no key."""
    return ServiceAccount.create_service_account(project.project_id, "Exporter")


def stored(account, project):
    """What the API holds now."""
    return ServiceAccount.get_service_account(account.service_account_id, project.project_id)


def sign_in(emulator, account, key):
    auth = dt.Auth.service_account(key.key_id, key.secret, account.email)
    auth.token_endpoint = f"{emulator.api}/oauth2/token"
    return auth


def test_an_account_is_read_as_it_is_listed(project, account):
    listed = ServiceAccount.list_service_accounts(project.project_id)
    assert account.raw in [found.raw for found in listed]
    for found in listed:
        assert stored(found, project).raw == found.raw


def test_a_created_account_has_what_was_asked_for(project, account):
    assert account.email == f"{account.service_account_id}@{project.project_id}.serviceaccount.d21s.com"
    assert (account.display_name, account.basic_auth_enabled) == ("Exporter", False)
    assert isinstance(account.create_time, datetime)
    assert account.update_time == account.create_time
    assert ServiceAccount.list_keys(account.service_account_id, project.project_id) == []


def test_an_account_needs_no_name_and_may_allow_basic_auth(project):
    account = ServiceAccount.create_service_account(project.project_id, basic_auth_enabled=True)
    assert (account.display_name, account.basic_auth_enabled) == ("", True)


@pytest.mark.parametrize(
    ("keyword", "attribute", "value"),
    [
        ("display_name", "displayName", "Importer"),
        ("display_name", "displayName", ""),
        ("basic_auth_enabled", "enableBasicAuth", True),
        ("basic_auth_enabled", "enableBasicAuth", False),
    ],
)
def test_an_update_changes_one_field_and_when_it_was(project, account, keyword, attribute, value):
    updated = ServiceAccount.update_service_account(
        account.service_account_id, project.project_id, **{keyword: value}
    )
    assert updated.raw == {**account.raw, attribute: value, "updateTime": updated.raw["updateTime"]}
    assert updated.update_time >= account.update_time
    assert stored(account, project).raw == updated.raw


def test_a_deleted_account_is_gone(project, account):
    ServiceAccount.delete_service_account(account.service_account_id, project.project_id)
    with pytest.raises(NotFound):
        stored(account, project)


def test_a_key_shows_its_secret_once(project, account):
    key = ServiceAccount.create_key(account.service_account_id, project.project_id)
    assert len(key.secret) == 32
    assert isinstance(key.create_time, datetime)
    (listed,) = ServiceAccount.list_keys(account.service_account_id, project.project_id)
    read = ServiceAccount.get_key(key.key_id, account.service_account_id, project.project_id)
    assert listed.raw == read.raw
    assert (read.key_id, read.create_time, read.secret) == (key.key_id, key.create_time, None)


def test_a_new_key_signs_in_to_what_the_account_is_a_member_of(emulator, project, account):
    key = ServiceAccount.create_key(account.service_account_id, project.project_id)
    auth = sign_in(emulator, account, key)
    assert dt.Project.list_projects(auth=auth) == []
    dt.Project.add_member(project.project_id, account.email, [dt.Role.PROJECT_USER])
    assert [found.project_id for found in dt.Project.list_projects(auth=auth)] == [project.project_id]
    member = dt.Project.get_member(account.service_account_id, project.project_id)
    assert member.display_name == account.display_name


def test_a_deleted_key_signs_in_no_more(emulator, project, account):
    key = ServiceAccount.create_key(account.service_account_id, project.project_id)
    signed_in = sign_in(emulator, account, key)
    assert dt.Project.list_projects(auth=signed_in) == []
    ServiceAccount.delete_key(key.key_id, account.service_account_id, project.project_id)
    with pytest.raises(NotFound):
        ServiceAccount.get_key(key.key_id, account.service_account_id, project.project_id)
    for auth in (signed_in, sign_in(emulator, account, key)):
        with pytest.raises(Unauthorized):
            dt.Project.list_projects(auth=auth)


def test_an_account_has_ten_keys(project, account):
    for _ in range(10):
        ServiceAccount.create_key(account.service_account_id, project.project_id)
    with pytest.raises(BadRequest):
        ServiceAccount.create_key(account.service_account_id, project.project_id)
    assert len(ServiceAccount.list_keys(account.service_account_id, project.project_id)) == 10


@pytest.mark.parametrize(
    "call",
    [
        lambda project: ServiceAccount.get_service_account(ABSENT, project),
        lambda project: ServiceAccount.update_service_account(ABSENT, project, display_name="x"),
        lambda project: ServiceAccount.delete_service_account(ABSENT, project),
        lambda project: ServiceAccount.list_keys(ABSENT, project),
        lambda project: ServiceAccount.create_key(ABSENT, project),
        lambda project: ServiceAccount.get_key(ABSENT, ABSENT, project),
        lambda project: ServiceAccount.delete_key(ABSENT, ABSENT, project),
    ],
    ids=["get", "update", "delete", "keys", "create key", "get key", "delete key"],
)
def test_an_account_that_is_not_there_is_not_found(project, call):
    with pytest.raises(NotFound):
        call(project.project_id)


@pytest.mark.parametrize(
    "call",
    [
        lambda account, project, auth: ServiceAccount.create_service_account(project, auth=auth),
        lambda account, project, auth: ServiceAccount.update_service_account(account, project, "x", auth=auth),
        lambda account, project, auth: ServiceAccount.delete_service_account(account, project, auth=auth),
        lambda account, project, auth: ServiceAccount.create_key(account, project, auth=auth),
        lambda account, project, auth: ServiceAccount.delete_key(ABSENT, account, project, auth=auth),
    ],
    ids=["create", "update", "delete", "create key", "delete key"],
)
def test_a_developer_may_only_read_accounts(emulator, project, account, call):
    developer = emulator.sign_in("project.developer")
    with pytest.raises(Forbidden):
        call(account.service_account_id, project.project_id, developer)
    read = ServiceAccount.get_service_account(account.service_account_id, project.project_id, auth=developer)
    assert read.raw == account.raw
    assert ServiceAccount.list_keys(account.service_account_id, project.project_id, auth=developer) == []
