"""Projects, organizations, roles and permissions through DT's Python package."""

import disruptive as dt
import pytest
from disruptive.errors import BadRequest, Forbidden, NotFound


def test_a_project_is_read_as_it_is_listed():
    for listed in dt.Project.list_projects():
        assert dt.Project.get_project(listed.project_id).raw == listed.raw


def test_a_project_counts_its_devices():
    for project in dt.Project.list_projects():
        devices = dt.Device.list_devices(project.project_id)
        gateways = [device for device in devices if device.device_type == dt.Device.CLOUD_CONNECTOR]
        assert project.cloud_connector_count == len(gateways)
        assert project.sensor_count == len(devices) - len(gateways)


def test_projects_are_found_by_words():
    wanted = dt.Project.list_projects()[0]
    found = dt.Project.list_projects(query=wanted.display_name)
    assert wanted.project_id in [project.project_id for project in found]
    assert dt.Project.list_projects(query="no project is called this") == []


def test_projects_are_found_by_organization():
    (organization, *_) = dt.Organization.list_organizations()
    found = dt.Project.list_projects(organization_id=organization.organization_id)
    assert {project.organization_id for project in found} == {organization.organization_id}
    assert {project.organization_display_name for project in found} == {organization.display_name}


def test_an_organization_is_read_as_it_is_listed():
    for listed in dt.Organization.list_organizations():
        assert dt.Organization.get_organization(listed.organization_id).raw == listed.raw


def test_an_unknown_project_or_organization_is_refused():
    with pytest.raises((NotFound, Forbidden)):
        dt.Project.get_project("c0000000000000000000")
    with pytest.raises((NotFound, Forbidden)):
        dt.Organization.get_organization("c0000000000000000000")


def test_the_roles_are_those_the_package_names():
    listed = dt.Role.list_roles()
    assert {role.role for role in listed} == set(dt.Role.ROLES)
    for role in listed:
        assert dt.Role.get_role(role.role).raw == role.raw


@pytest.mark.parametrize("role", ["project.user", "project.developer", "organization.admin"])
def test_an_account_has_the_permissions_of_its_role(emulator, role):
    auth = emulator.sign_in(role)
    project = dt.Project.list_projects(auth=auth)[0]
    permissions = dt.Project.list_permissions(project.project_id, auth=auth)
    held = dt.Role.get_role(role, auth=auth).permissions
    assert set(permissions) <= set(held)
    assert ("dataconnector.update" in permissions) == (role != "project.user")
    assert "dataconnector.read" in permissions


def test_the_admin_may_create_projects():
    (organization, *_) = dt.Organization.list_organizations()
    assert "project.create" in dt.Organization.list_permissions(organization.organization_id)


def test_a_created_project_is_empty(organization):
    project = dt.Project.create_project(organization.organization_id, "Stavanger")
    assert (project.display_name, project.is_inventory) == ("Stavanger", False)
    assert (project.sensor_count, project.cloud_connector_count) == (0, 0)
    assert project.organization_id == organization.organization_id
    assert project.organization_display_name == organization.display_name
    assert dt.Project.get_project(project.project_id).raw == project.raw
    assert project.raw in [listed.raw for listed in dt.Project.list_projects()]
    assert dt.DataConnector.list_data_connectors(project.project_id) == []


@pytest.mark.parametrize("display_name", ["Oslo", ""])
def test_an_updated_project_has_another_name_and_nothing_else(project, display_name):
    assert dt.Project.update_project(project.project_id, display_name) is None
    updated = dt.Project.get_project(project.project_id)
    assert updated.raw == {**project.raw, "displayName": display_name}


def test_an_update_of_nothing_changes_nothing(project):
    dt.Project.update_project(project.project_id)
    assert dt.Project.get_project(project.project_id).raw == project.raw


def test_an_empty_project_can_be_deleted(organization):
    project = dt.Project.create_project(organization.organization_id, "Stavanger")
    assert dt.Project.delete_project(project.project_id) is None
    with pytest.raises(NotFound):
        dt.Project.get_project(project.project_id)


def test_a_project_with_anything_in_it_stays(organization, project):
    with pytest.raises(BadRequest):
        dt.Project.delete_project(project.project_id)
    created = dt.Project.create_project(organization.organization_id, "Stavanger")
    config = dt.DataConnector.HttpPushConfig(url="https://a.example")
    connector = dt.DataConnector.create_data_connector(created.project_id, config)
    with pytest.raises(BadRequest):
        dt.Project.delete_project(created.project_id)
    dt.DataConnector.delete_data_connector(connector.data_connector_id, created.project_id)
    dt.Project.delete_project(created.project_id)


@pytest.mark.parametrize(
    "call",
    [
        lambda project, auth: dt.Project.create_project(project.organization_id, "Stavanger", auth=auth),
        lambda project, auth: dt.Project.update_project(project.project_id, "Oslo", auth=auth),
        lambda project, auth: dt.Project.delete_project(project.project_id, auth=auth),
    ],
    ids=["create", "update", "delete"],
)
def test_a_developer_may_not_change_projects(emulator, project, call):
    before = [listed.raw for listed in dt.Project.list_projects()]
    with pytest.raises(Forbidden):
        call(project, emulator.sign_in("project.developer"))
    assert [listed.raw for listed in dt.Project.list_projects()] == before
