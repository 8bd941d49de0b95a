"""What DT's Python package says has become of a connector's pushes."""

import disruptive as dt


def metrics(connector):
    """The connector's metrics now."""
    return dt.DataConnector.get_metrics(connector.data_connector_id, connector.project_id)


def outcomes(connector):
    """How many pushes have succeeded, and how many have failed."""
    now = metrics(connector)
    return now.success_count, now.error_count
