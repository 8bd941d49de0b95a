//! The user name and password that a URL may hold (`dt-api.md` §3.5).

/// What is before the user name and password, they themselves, and what is after them, from the `@` on. `None` for a URL
/// without them.
pub(crate) fn split(url: &str) -> Option<(&str, &str, &str)> {
    let (_, rest) = url.split_once("//")?;
    let (before, rest) = url.split_at(url.len() - rest.len());
    let authority = rest.find(['/', '\\', '?', '#']).map_or(rest, |end| rest.split_at(end).0);
    let (userinfo, after) = rest.split_at(authority.rfind('@')?);
    Some((before, userinfo, after))
}
