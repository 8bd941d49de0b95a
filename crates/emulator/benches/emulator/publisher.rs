//! Publishing: the device of a site tells one thing after the other.

use std::time::{Duration, Instant};

use tokio::{task::JoinSet, time::sleep_until};

use crate::{Outcome, site::Site};

/// How many publish at once: enough that none holds up the others.
const PUBLISHERS: u32 = 8;

/// Publishes so many events evenly, so many a second, or as fast as the emulator takes them. Gives how long that took.
pub async fn publish(site: &Site, events: u32, per_second: Option<u32>) -> Outcome<Duration> {
    let start = Instant::now();
    let mut publishers = JoinSet::new();
    for first in 0..PUBLISHERS {
        let site = site.clone();
        publishers.spawn(async move {
            for nth in (first..events).step_by(PUBLISHERS as usize) {
                if let Some(per_second) = per_second {
                    let due = start + Duration::from_secs(1) * nth / per_second.max(1);
                    sleep_until(due.into()).await;
                }
                site.publish().await?;
            }
            Outcome::Ok(())
        });
    }
    while let Some(published) = publishers.join_next().await {
        published??;
    }
    Ok(start.elapsed())
}
