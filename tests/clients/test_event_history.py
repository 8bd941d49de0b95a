"""The event history through DT's Python package."""

from datetime import datetime, timedelta, timezone

import disruptive as dt
import pytest
from disruptive import events
from disruptive.errors import BadRequest, NotFound


def publish(device, *data):
    for published in data:
        dt.Emulator.publish_event(device.device_id, device.project_id, published)


def history(device, **options):
    return dt.EventHistory.list_events(device.device_id, device.project_id, **options)


def totals(listed):
    return [event.data.total for event in listed]


def emulated_time(emulator):
    return datetime.fromisoformat(emulator.control("GET", "clock")["now"])


def test_a_device_that_told_nothing_has_no_history(sensor):
    assert history(sensor) == []


def test_the_newest_events_come_first(sensor):
    publish(sensor, *[events.TouchCount(total) for total in range(5)])
    listed = history(sensor)
    assert totals(listed) == [4, 3, 2, 1, 0]
    assert {event.device_id for event in listed} == {sensor.device_id}
    assert {event.project_id for event in listed} == {sensor.project_id}
    assert len({event.event_id for event in listed}) == 5


def test_event_types_are_chosen(sensor):
    publish(sensor, events.Touch(), events.Temperature(20), events.BatteryStatus(90))
    chosen = history(sensor, event_types=[events.TOUCH, events.BATTERY_STATUS])
    assert [event.event_type for event in chosen] == [events.BATTERY_STATUS, events.TOUCH]


def test_changes_of_labels_are_left_out(sensor):
    publish(sensor, events.Touch())
    dt.Device.set_label(sensor.device_id, sensor.project_id, "group", "red")
    assert [event.event_type for event in history(sensor)] == [events.TOUCH]
    assert history(sensor, event_types=[events.LABELS_CHANGED]) == []


@pytest.mark.parametrize("size", [1, 3, 8])
def test_pages_of_any_size_make_the_same_list(sensor, size):
    publish(sensor, *[events.TouchCount(total) for total in range(7)])
    paged = dt.requests.DTRequest.paginated_get(
        url=f"/projects/{sensor.project_id}/devices/{sensor.device_id}/events",
        pagination_key="events",
        params={"page_size": size},
    )
    assert paged == [event.raw for event in history(sensor)]


def test_a_history_of_many_pages_is_listed_whole(sensor):
    publish(sensor, *[events.TouchCount(total) for total in range(230)])
    assert totals(history(sensor)) == list(range(229, -1, -1))


def test_without_a_window_it_is_the_last_day(emulator, sensor, monkeypatch):
    publish(sensor, events.TouchCount(1))
    emulator.control("POST", "clock", {"advance": "25h"})
    monkeypatch.setattr(dt, "default_auth", emulator.sign_in("organization.admin"))
    publish(sensor, events.TouchCount(2))
    assert totals(history(sensor)) == [2]
    assert totals(history(sensor, start_time=emulated_time(emulator) - timedelta(days=7))) == [2, 1]
    assert totals(history(sensor, start_time="2000-01-01T00:00:00Z")) == [2, 1]


def test_a_window_ends_where_it_is_told_to(emulator, sensor):
    publish(sensor, events.TouchCount(1))
    emulator.control("POST", "clock", {"advance": "30m"})
    between = emulated_time(emulator) - timedelta(minutes=15)
    publish(sensor, events.TouchCount(2))
    assert totals(history(sensor, end_time=between)) == [1]
    assert totals(history(sensor, start_time=between)) == [2]
    elsewhere = between.astimezone(timezone(timedelta(hours=2)))
    assert totals(history(sensor, start_time=elsewhere, end_time=elsewhere)) == []


def test_what_a_seeded_device_reported_is_in_its_history(project):
    device = dt.Device.list_devices(project.project_id)[0]
    told = {event.event_type: event.data.raw for event in reversed(history(device))}
    assert told == {event_type: data for event_type, data in device.reported.raw.items() if data is not None}


def test_the_history_of_nothing_is_not_found(project):
    with pytest.raises(NotFound):
        dt.EventHistory.list_events("c0000000000000000000", project.project_id)


def test_a_page_token_of_nobody_is_a_bad_request(sensor):
    with pytest.raises(BadRequest):
        dt.requests.DTRequest.get(
            f"/projects/{sensor.project_id}/devices/{sensor.device_id}/events", params={"pageToken": "x"}
        )
