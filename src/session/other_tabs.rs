//! What the console's tabs tell each other: that somebody left, and nothing else.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "data-connector-console";

/// How somebody left. It is all that a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Departure {
    SignedOut,
    Locked,
}

impl Departure {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Locked => "locked",
        }
    }

    fn parse(message: &str) -> Option<Self> {
        [Self::SignedOut, Self::Locked].into_iter().find(|departure| departure.as_str() == message)
    }
}

/// The console's other tabs in this browser; nobody, until they are listened to.
#[derive(Default)]
pub(super) struct OtherTabs(Option<Line>);

struct Line {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl OtherTabs {
    /// Calls back when somebody leaves in another tab.
    pub(super) fn listen(heard: impl Fn(Departure) + 'static) -> Self {
        // A browser without it, or one that shuts this page off from its others, has nobody to tell.
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return Self(None) };
        let heard = Closure::new(move |event: MessageEvent| {
            if let Some(departure) = event.data().as_string().as_deref().and_then(Departure::parse) {
                heard(departure);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Self(Some(Line { channel, _heard: heard }))
    }

    /// Tells the other tabs.
    pub(super) fn tell(&self, departure: Departure) {
        if let Some(line) = &self.0 {
            // Refused only for what cannot be cloned.
            let _ = line.channel.post_message(&departure.as_str().into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Departure;

    #[test]
    fn a_message_says_how_somebody_left_and_nothing_else() {
        for departure in [Departure::SignedOut, Departure::Locked] {
            assert_eq!(Departure::parse(departure.as_str()), Some(departure));
        }
        for message in ["", "signed-in", "locked ", "{}"] {
            assert_eq!(Departure::parse(message), None, "{message}");
        }
    }
}
