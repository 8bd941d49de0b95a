"""Every device call of DT's Python package, with every keyword."""

import disruptive as dt
import pytest
from disruptive.errors import BadRequest, Forbidden

ABSENT = "c0000000000000000000"


def test_a_device_is_read_as_it_is_listed(project):
    listed = dt.Device.list_devices(project.project_id)
    assert listed != []
    for device in listed:
        assert device.project_id == project.project_id
        assert dt.Device.get_device(device.device_id, project.project_id).raw == device.raw


def test_a_device_has_the_name_of_its_label(project):
    for device in dt.Device.list_devices(project.project_id):
        assert device.display_name == device.labels.get("name")


def test_a_device_is_found_without_its_project(project):
    device = dt.Device.list_devices(project.project_id)[0]
    assert dt.Device.get_device(device.device_id).raw == device.raw


def test_what_a_device_reported_is_understood(project):
    reported = [device.reported for device in dt.Device.list_devices(project.project_id)]
    temperatures = [state.temperature for state in reported if state is not None and state.temperature is not None]
    assert temperatures != []
    assert all(isinstance(event.celsius, float | int) for event in temperatures)


def test_devices_are_filtered_by_type_and_by_id(project):
    every = dt.Device.list_devices(project.project_id)
    wanted = every[0]
    same_type = [device.device_id for device in every if device.device_type == wanted.device_type]
    by_type = dt.Device.list_devices(project.project_id, device_types=[wanted.device_type])
    assert [device.device_id for device in by_type] == same_type
    by_id = dt.Device.list_devices(project.project_id, device_ids=[wanted.device_id])
    assert [device.raw for device in by_id] == [wanted.raw]


def test_devices_are_filtered_by_label(project):
    labelled = next(device for device in dt.Device.list_devices(project.project_id) if "name" in device.labels)
    found = dt.Device.list_devices(project.project_id, label_filters={"name": labelled.labels["name"]})
    assert labelled.device_id in [device.device_id for device in found]
    assert {device.labels["name"] for device in found} == {labelled.labels["name"]}


def test_a_label_without_a_value_is_any_value_of_it(project):
    labelled = [device.raw for device in dt.Device.list_devices(project.project_id) if "name" in device.labels]
    found = dt.Device.list_devices(project.project_id, label_filters={"name": ""})
    assert [device.raw for device in found] == labelled != []


def test_devices_are_found_by_words(project, sensor):
    found = dt.Device.list_devices(project.project_id, query="attic")
    assert [device.device_id for device in found] == [sensor.device_id]


def test_devices_of_an_organization_are_found_in_all_or_some_of_its_projects(project):
    organization = project.organization_id
    every = dt.Device.list_devices("-", organization_id=organization)
    some = dt.Device.list_devices("-", organization_id=organization, project_ids=[project.project_id])
    assert {device.project_id for device in some} == {project.project_id}
    assert len(some) < len(every)


def labels_of(device):
    return dt.Device.get_device(device.device_id, device.project_id).labels


def test_a_label_is_set_changed_and_removed(sensor):
    for value in ["red", "blue"]:
        assert dt.Device.set_label(sensor.device_id, sensor.project_id, "group", value) == []
        assert labels_of(sensor)["group"] == value
    assert dt.Device.remove_label(sensor.device_id, sensor.project_id, "group") == []
    assert labels_of(sensor) == sensor.labels


def test_labels_of_many_devices_are_set_and_removed(project):
    devices = dt.Device.list_devices(project.project_id)[:3]
    failed = dt.Device.batch_update_labels(
        [device.device_id for device in devices],
        project.project_id,
        set_labels={"group": "red", "floor": "9"},
        remove_labels=["name", "no such label"],
    )
    assert failed == []
    for device in devices:
        wanted = {**device.labels, "group": "red", "floor": "9"}
        del wanted["name"]
        assert labels_of(device) == wanted


def test_a_device_that_is_not_there_is_told_and_the_others_are_labelled(sensor):
    ids = [ABSENT, sensor.device_id]
    (failed,) = dt.Device.batch_update_labels(ids, sensor.project_id, set_labels={"group": "red"})
    assert (failed.device_id, failed.project_id) == (ABSENT, sensor.project_id)
    assert failed.status_code == "NOT_FOUND"
    assert labels_of(sensor)["group"] == "red"


def test_labels_that_do_not_change_are_a_bad_request(sensor):
    with pytest.raises(BadRequest):
        dt.Device.batch_update_labels([sensor.device_id], sensor.project_id)


def test_a_user_changes_no_labels(emulator, sensor):
    reader = emulator.sign_in("project.user")
    with pytest.raises(Forbidden):
        dt.Device.set_label(sensor.device_id, sensor.project_id, "group", "red", auth=reader)
    assert labels_of(sensor) == sensor.labels


def test_devices_are_transferred(project, sensor):
    target = dt.Project.list_projects()[1]
    (failed,) = dt.Device.transfer_devices([sensor.device_id, ABSENT], project.project_id, target.project_id)
    assert (failed.device_id, failed.project_id) == (ABSENT, project.project_id)
    assert failed.status_code == "NOT_FOUND"
    moved = dt.Device.get_device(sensor.device_id)
    assert (moved.project_id, moved.labels) == (target.project_id, sensor.labels)


def test_a_developer_transfers_no_devices(emulator, project, sensor):
    target = dt.Project.list_projects()[1]
    developer = emulator.sign_in("project.developer")
    with pytest.raises(Forbidden):
        dt.Device.transfer_devices([sensor.device_id], project.project_id, target.project_id, auth=developer)
    assert dt.Device.get_device(sensor.device_id).project_id == project.project_id
