//! What a receiver of pushed events must do (`dt-api.md` §4, §5.2, §5.3).

use super::{Guide, Step};

const INTRO: &str =
    "DT Cloud sends each event as a POST of its own, with the event as JSON, as soon as it happens.";

pub(super) fn guide() -> Guide {
    let steps = STEPS.map(|(title, text)| Step { title, text, code: None });
    Guide::new(INTRO, steps.into(), &[])
}

const STEPS: [(&str, &str); 4] = [
    (
        "Answer with a 2xx status within 10 seconds",
        "Answer when the event is stored, and do what takes long afterwards. After any other answer, or none, DT Cloud sends the event again, with growing pauses, until it is 12 hours old. A connector that fails for 5 days without one success is disabled.",
    ),
    (
        "Expect events twice and out of order",
        "Drop an event whose “eventId” you have stored already, and go by its “timestamp” to know which of two is newer.",
    ),
    (
        "Check the signature",
        "With a signature secret, each request has the header X-Dt-Signature: a JWT that is signed with the secret (HS256) and holds the SHA-256 of the body as “checksum_sha256”. The header DT-Asymmetric-Signature holds one that is signed with a key of DT Cloud (ES256); DT publishes the public keys at https://identity.disruptive-technologies.com/data-connector/.well-known/openid-configuration. Refuse what is not signed, has expired, or has another checksum than the body.",
    ),
    (
        "Have a certificate that DT Cloud trusts",
        "It must be valid for the host name, and come from an authority in Mozilla’s list. One that you signed yourself is refused.",
    ),
];
