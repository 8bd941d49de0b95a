//! Whether a content security policy holds what the console counts on.

/// What is missing from the policies of a `Content-Security-Policy` header; nothing when all is well. Of several policies
/// the browser keeps to all, so that one that is strict enough will do.
pub(super) fn shortcomings(header: &str) -> Vec<&'static str> {
    let policies: Vec<Policy> = header.split(',').map(Policy).collect();
    RULES
        .iter()
        .filter(|(_, holds)| !policies.iter().any(|policy| holds(policy)))
        .map(|(shortcoming, _)| *shortcoming)
        .collect()
}

/// What it is when a rule does not hold, and the rule.
type Rule = (&'static str, fn(&Policy<'_>) -> bool);

const RULES: [Rule; 4] = [
    ("something besides the console’s own files may be loaded", |policy| {
        policy.sources("default-src") == Some(vec!["'none'"])
    }),
    ("other code than the console’s own may run", |policy| {
        is_narrow(policy.sources("script-src"), &["'unsafe-inline'", "'unsafe-eval'"])
    }),
    ("data may be sent anywhere", |policy| is_narrow(policy.sources("connect-src"), &[])),
    ("other pages may show this one inside of them", |policy| {
        policy.sources("frame-ancestors") == Some(vec!["'none'"])
    }),
];

struct Policy<'a>(&'a str);

impl Policy<'_> {
    /// The sources of a directive; of two with the same name the browser takes the first.
    fn sources(&self, wanted: &str) -> Option<Vec<&str>> {
        self.0.split(';').find_map(|directive| {
            let mut words = directive.split_ascii_whitespace();
            words.next()?.eq_ignore_ascii_case(wanted).then(|| words.collect())
        })
    }
}

/// Whether sources are hosts or words, and none of them forbidden: no wildcard, and no scheme alone.
fn is_narrow(sources: Option<Vec<&str>>, forbidden: &[&str]) -> bool {
    sources.is_some_and(|sources| {
        sources
            .iter()
            .all(|source| !source.contains('*') && !source.ends_with(':') && !forbidden.contains(source))
    })
}

#[cfg(test)]
mod tests {
    use super::shortcomings;

    const GOOD: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
        connect-src 'self' https://api.example.com; frame-ancestors 'none'";

    #[test]
    fn a_strict_policy_lacks_nothing() {
        assert_eq!(shortcomings(GOOD), [""; 0]);
        assert_eq!(shortcomings(&GOOD.replace("default-src", "Default-Src")), [""; 0]);
    }

    #[test]
    fn no_policy_lacks_everything() {
        assert_eq!(shortcomings("").len(), 4);
        assert_eq!(shortcomings("upgrade-insecure-requests").len(), 4);
    }

    #[test]
    fn each_hole_is_found() {
        for (tight, loose) in [
            ("default-src 'none'", "default-src 'self'"),
            ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
            ("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
            ("script-src 'self'", "script-src https:"),
            ("connect-src 'self'", "connect-src *"),
            ("connect-src 'self'", "connect-src https:"),
            ("https://api.example.com", "https://*.example.com"),
            ("frame-ancestors 'none'", "frame-ancestors 'self'"),
        ] {
            assert_eq!(shortcomings(&GOOD.replace(tight, loose)).len(), 1, "{loose}");
        }
    }

    #[test]
    fn one_strict_policy_of_several_will_do_and_of_two_rules_the_first_holds() {
        assert_eq!(shortcomings(&format!("default-src *, {GOOD}")), [""; 0]);
        assert_eq!(shortcomings(&format!("connect-src *; {GOOD}")).len(), 1);
    }
}
