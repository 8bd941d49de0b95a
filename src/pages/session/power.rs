//! How much an account may do, and whether that is more than the console needs (`dt-api.md` §7).

use std::fmt;

use dt_api::Permissions;

/// Projects that one account may change before it is said that these are many.
const MANY: usize = 5;

/// The weakest of DT's roles that has what an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// Nothing that concerns Data Connectors.
    None,
    ProjectUser,
    ProjectDeveloper,
    ProjectAdministrator,
    OrganizationAdministrator,
}

impl Role {
    pub(super) fn of(permissions: &Permissions) -> Self {
        let may = |names: &[&str]| permissions.iter().any(|name| names.contains(&name));
        if may(&["project.create", "organization.update"]) {
            Self::OrganizationAdministrator
        } else if may(&[
            "membership.create",
            "membership.update",
            "membership.delete",
            "serviceaccount.create",
            "serviceaccount.update",
            "serviceaccount.delete",
            "serviceaccount.key.create",
            "serviceaccount.key.delete",
            "project.update",
            "project.delete",
            "device.transfer",
        ]) {
            Self::ProjectAdministrator
        } else if permissions.may_create_connectors()
            || permissions.may_update_connectors()
            || permissions.may_delete_connectors()
        {
            Self::ProjectDeveloper
        } else if permissions.may_read_connectors() {
            Self::ProjectUser
        } else {
            Self::None
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::ProjectUser => "Project User",
            Self::ProjectDeveloper => "Project Developer",
            Self::ProjectAdministrator => "Project Administrator",
            Self::OrganizationAdministrator => "Organization Administrator",
        })
    }
}

/// What an account may do with Data Connectors, in words.
pub(super) fn in_words(permissions: &Permissions) -> String {
    let may = [
        (permissions.may_read_connectors(), "view"),
        (permissions.may_create_connectors(), "add"),
        (permissions.may_update_connectors(), "change"),
        (permissions.may_delete_connectors(), "delete"),
    ];
    let verbs: Vec<&str> = may.iter().filter(|(may, _)| *may).map(|(_, verb)| *verb).collect();
    match verbs.split_last() {
        None => "Nothing".to_owned(),
        Some((only, [])) => capitalized(only),
        Some((last, others)) => capitalized(&format!("{} and {last}", others.join(", "))),
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// More power than the console needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excess {
    pub title: String,
    pub detail: String,
}

/// What is too much about these roles, one for each project; nothing when all is well.
pub(super) fn excess(roles: &[Role]) -> Vec<Excess> {
    let count = |least: Role| roles.iter().filter(|role| **role >= least).count();
    let (administered, changed) = (count(Role::ProjectAdministrator), count(Role::ProjectDeveloper));
    let mut found = Vec::new();
    if count(Role::OrganizationAdministrator) > 0 {
        found.push(Excess {
            title: "This account administers its organization".to_owned(),
            detail: format!("{RISK} {ADVICE}"),
        });
    } else if administered > 0 {
        found.push(Excess {
            title: format!("This account administers {}", projects(administered)),
            detail: format!("{RISK} {ADVICE}"),
        });
    }
    if changed > MANY {
        found.push(Excess {
            title: format!("This account may change {}", projects(changed)),
            detail: "One key opens them all. Give each project, or each team, a service account of its own, and the role \
                     Project User where you only look."
                .to_owned(),
        });
    }
    found
}

const RISK: &str = "Whoever gets hold of this session could add members and create keys that outlast it.";
const ADVICE: &str = "The console needs no more than Project Developer, and that only in projects whose Data Connectors you \
    edit. In DT Studio, give this account just that.";

fn projects(count: usize) -> String {
    if count == 1 { "a project".to_owned() } else { format!("{count} projects") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permissions(names: &[&str]) -> Permissions {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    const USER: [&str; 4] =
        ["dataconnector.read", "device.read", "membership.read", "serviceaccount.key.read"];
    const DEVELOPER: [&str; 5] = [
        "dataconnector.read",
        "dataconnector.create",
        "dataconnector.update",
        "dataconnector.delete",
        "device.update",
    ];

    #[test]
    fn each_of_dts_roles_is_told_from_its_permissions() {
        let with = |more: &str| permissions(&[&DEVELOPER[..], &[more]].concat());
        for (permissions, role) in [
            (permissions(&[]), Role::None),
            (permissions(&["device.read"]), Role::None),
            (permissions(&USER), Role::ProjectUser),
            (permissions(&DEVELOPER), Role::ProjectDeveloper),
            (with("something.new"), Role::ProjectDeveloper),
            (with("membership.create"), Role::ProjectAdministrator),
            (with("serviceaccount.key.create"), Role::ProjectAdministrator),
            (with("organization.update"), Role::OrganizationAdministrator),
            (with("project.create"), Role::OrganizationAdministrator),
        ] {
            assert_eq!(Role::of(&permissions), role, "{permissions:?}");
        }
    }

    #[test]
    fn what_an_account_may_do_is_said_in_words() {
        assert_eq!(in_words(&permissions(&[])), "Nothing");
        assert_eq!(in_words(&permissions(&USER)), "View");
        assert_eq!(in_words(&permissions(&DEVELOPER)), "View, add, change and delete");
    }

    #[test]
    fn what_the_console_needs_is_not_too_much() {
        assert_eq!(excess(&[]), []);
        assert_eq!(excess(&[Role::ProjectDeveloper; MANY]), []);
        assert_eq!(excess(&[Role::ProjectUser; 100]), []);
    }

    #[test]
    fn administrators_and_accounts_for_many_projects_are_told_what_to_give_up() {
        let titles = |roles: &[Role]| -> Vec<String> {
            excess(roles).into_iter().map(|excess| excess.title).collect()
        };
        assert_eq!(
            titles(&[Role::ProjectUser, Role::ProjectAdministrator]),
            ["This account administers a project"]
        );
        assert_eq!(titles(&[Role::OrganizationAdministrator]), ["This account administers its organization"]);
        assert_eq!(titles(&[Role::ProjectDeveloper; 6]), ["This account may change 6 projects"]);
        assert_eq!(titles(&[Role::OrganizationAdministrator; 6]).len(), 2);
    }
}
