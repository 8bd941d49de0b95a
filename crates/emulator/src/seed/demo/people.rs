//! People: one with an account, and one who has been invited.

use crate::model::{
    cloud::Cloud,
    member::{AccountType, Member, User},
    role::Role,
    time::Time,
};

/// Makes them members of the first project.
pub fn join(cloud: &mut Cloud, now: Time) {
    let ingrid = cloud.invite("ingrid.solberg@example.com");
    let jonas = cloud.invite("jonas.lie@example.com");
    if let Some(user) = cloud.users.get_mut(&ingrid) {
        "Ingrid Solberg".clone_into(&mut user.display_name);
        user.has_signed_up = true;
    }
    let first = cloud.projects.keys().next().cloned();
    for (id, role) in [(ingrid, Role::ProjectAdmin), (jonas, Role::ProjectUser)] {
        if let Some(User { email, .. }) = cloud.users.get(&id)
            && let Some(project) = first.as_ref().and_then(|first| cloud.projects.get_mut(first))
        {
            let member = Member {
                id: id.clone(),
                account_type: AccountType::User,
                email: email.clone(),
                role,
                create_time: now,
            };
            project.members.insert(id, member);
        }
    }
}
