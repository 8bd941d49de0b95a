//! What a save would change, shown before it is made.

use connector::{Clash, Difference, Side};
use dt_api::Connector;
use leptos::prelude::*;

use super::differences::DifferenceList;
use super::saving::Saving;
use super::small_changes::{set_skips_review, skips_review};
use crate::paths::Route;
use crate::reactive::{dynamic, memo};
use crate::router::use_router;
use crate::ui::{Button, ButtonKind, Checkbox, Dialog, Notice, Outside, RadioGroup, Tone};

/// Opens while the changes of a form wait for a last look.
#[component]
pub(super) fn ReviewSheet(saving: Saving) -> impl IntoView {
    let router = use_router();
    let gone = saving.gone;
    let title = Signal::derive(move || {
        if gone.get() { "This Data Connector was deleted meanwhile" } else { "Review changes" }.to_owned()
    });
    let undecided = memo(move || {
        let merge = saving.merge().get()?;
        (!merge.is_decided()).then(|| "Choose between your changes and the others’ first".to_owned())
    });
    let leave = move |()| saving.put_off();
    let go_to = move |connector: Connector| {
        // The page of the deleted one may have been left.
        if matches!(router.route_now(), Route::Connector(_)) {
            router.replace(&Route::Connector(connector.name));
        }
    };
    let actions = move || {
        view! {
            <Button on_click=leave>"Keep editing"</Button>
            {dynamic(move || if gone.get() {
                view! {
                    <Button kind=ButtonKind::Primary autofocus=true on_click=move |()| saving.add_again(go_to)>
                        "Add it again"
                    </Button>
                }
            } else {
                view! {
                    <Button
                        kind=ButtonKind::Primary
                        autofocus=true
                        disabled_reason=undecided
                        on_click=move |()| saving.confirm()
                    >
                        "Update Data Connector"
                    </Button>
                }
            })}
        }
    };
    view! {
        <Dialog open=saving.open title on_close=leave actions>
            {dynamic(move || if gone.get() {
                view! { <Gone /> }.into_any()
            } else {
                view! { <Changes saving /> }.into_any()
            })}
        </Dialog>
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <p>
            "Somebody has deleted it since you opened this form. What you entered is still here. Adding it again makes a new \
             Data Connector with a new ID, with the settings in this form, its headers and its signature secret."
        </p>
    }
}

#[component]
fn Changes(saving: Saving) -> impl IntoView {
    // Only what is to be decided, so that a decision does not take the choice away from under the focus.
    let meanwhile = memo(move || {
        let mut merge = saving.merge().get()?;
        merge.clashes.iter_mut().for_each(|clash| clash.decision = None);
        Some((merge.taken_over, merge.clashes))
    });
    view! {
        {dynamic(move || meanwhile.get().map(|(taken_over, clashes)| view! { <Meanwhile saving taken_over clashes /> }))}
        {dynamic(move || {
            // The review follows what is decided.
            saving.merge().track();
            let review = saving.review();
            let is_small = review.is_small();
            view! {
                <section class="review" aria-label="Your changes">
                    {(review.differences.is_empty()).then(|| view! {
                        <p>"Nothing is left to change: DT Cloud has all of it already."</p>
                    })}
                    <DifferenceList differences=review.differences />
                </section>
                {(!review.consequences.is_empty()).then(|| view! {
                    <section class="review" aria-label="What this means">
                        <h3>"What this means"</h3>
                        <ul class="consequences">
                            {review.consequences.into_iter().map(|sentence| view! { <li><Outside text=sentence message=true /></li> }).collect_view()}
                        </ul>
                    </section>
                })}
                {is_small.then(|| view! { <SkipSmall /> })}
            }
        })}
    }
}

/// What others have saved since the form was opened.
#[component]
fn Meanwhile(saving: Saving, taken_over: Vec<Difference>, clashes: Vec<Clash>) -> impl IntoView {
    view! {
        {(!taken_over.is_empty()).then(|| view! {
            <Notice tone=Tone::Info title="Changed by somebody else meanwhile".to_owned()>
                <p>"These changes stay: the update does not touch them."</p>
                <DifferenceList differences=taken_over />
            </Notice>
        })}
        {(!clashes.is_empty()).then(|| view! {
            <Notice tone=Tone::Warning title="You and somebody else changed the same".to_owned()>
                <p>"Choose what DT Cloud is to keep."</p>
            </Notice>
        })}
        {clashes.into_iter().map(|clash| view! { <ClashChoice saving clash /> }).collect_view()}
    }
}

#[component]
fn ClashChoice(saving: Saving, clash: Clash) -> impl IntoView {
    let Clash { subject, mine, theirs, .. } = clash;
    let shown = |text: String| if text.is_empty() { "Nothing".to_owned() } else { text };
    let label = subject.label();
    view! {
        <RadioGroup
            label
            choices=vec![("mine", format!("Mine: {}", shown(mine))), ("theirs", format!("Theirs: {}", shown(theirs)))]
            on_change=move |choice: &'static str| {
                let side = if choice == "mine" { Side::Mine } else { Side::Theirs };
                saving.decide(subject.clone(), side);
            }
        />
    }
}

#[component]
fn SkipSmall() -> impl IntoView {
    let skips = RwSignal::new(skips_review());
    view! {
        <Checkbox
            label="Skip this for small changes"
            checked=skips
            description=Signal::stored(Some("Another display name and additional labels are then saved at once.".to_owned()))
            on_change=move |skip| {
                skips.set(skip);
                set_skips_review(skip);
            }
        />
    }
}
