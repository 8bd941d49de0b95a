//! What an endpoint's URL gives away, and what of it is never sent.

use dt_api::{base64, percent};

use super::findings::Findings;
use super::{Fix, Lint, Surroundings, host_reach};
use crate::draft::{ConfigDraft, Draft, HeaderRow, HttpPushDraft};
use crate::problems::Field;
use crate::url_parts::UrlParts;

const AUTHORIZATION: &str = "Authorization";

pub(super) fn check(draft: &Draft, surroundings: &Surroundings, findings: &mut Findings) {
    let ConfigDraft::HttpPush(push) = &draft.config else { return };
    let Some(parts) = UrlParts::of(&push.url) else { return };
    if userinfo(&parts).is_some() {
        findings.add(credentials(push));
    }
    findings.add_all(host_reach::unreachable(&parts, surroundings.rules));
    if parts.rest.contains('#') {
        let reason = "The part of a URL from # on is never sent, so the receiver does not see it. Check that the \
                      address is the one to deliver to, and remove that part.";
        findings.add(
            Lint::warning(Field::Url, "Part of the URL is not sent", reason).with_fix(Fix::RemoveFragment),
        );
    }
    if parts.scheme.eq_ignore_ascii_case("http") {
        let reason = "Plain HTTP is allowed here because the endpoint is on this machine. DT Cloud itself sends \
                      events over HTTPS only: use an https:// URL there.";
        findings.add(Lint::notice(Field::Url, "Not encrypted", reason));
    }
}

/// User name and password may stand in a URL (`dt-api.md` §3.5), which is shown, copied and logged.
fn credentials(push: &HttpPushDraft) -> Lint {
    let seen =
        "Whoever sees this URL, here, in DT Studio or in a log, sees the user name and password in it.";
    let title = "User name and password in the URL";
    if has_authorization(push) {
        let then =
            "Remove them: the custom headers have an Authorization already, and a request has room for one.";
        Lint::warning(Field::Url, title, format!("{seen} {then}"))
    } else {
        let then = "An Authorization header says the same to the receiver, and is masked in the console.";
        Lint::warning(Field::Url, title, format!("{seen} {then}")).with_fix(Fix::MoveCredentials)
    }
}

fn userinfo<'a>(parts: &UrlParts<'a>) -> Option<&'a str> {
    parts.userinfo.filter(|userinfo| !userinfo.is_empty())
}

fn has_authorization(push: &HttpPushDraft) -> bool {
    push.headers.iter().any(|row| row.name.eq_ignore_ascii_case(AUTHORIZATION))
}

/// Makes user name and password the header of Basic authentication (RFC 7617), unless there is one already.
pub(super) fn move_credentials(push: &mut HttpPushDraft) {
    if has_authorization(push) {
        return;
    }
    let Some(parts) = UrlParts::of(&push.url) else { return };
    let Some(userinfo) = userinfo(&parts) else { return };
    let (user, password) = userinfo.split_once(':').unwrap_or((userinfo, ""));
    let credentials = [percent::decode_bytes(user), percent::decode_bytes(password)].join(&b':');
    let value = format!("Basic {}", base64::encode(&credentials));
    let port = parts.port.map_or_else(String::new, |port| format!(":{port}"));
    push.url = [parts.scheme, "://", parts.host, &port, parts.rest].concat();
    push.headers.push(HeaderRow { name: AUTHORIZATION.to_owned(), value });
}

pub(super) fn remove_fragment(url: &mut String) {
    if let Some(start) = url.find('#') {
        url.truncate(start);
    }
}
