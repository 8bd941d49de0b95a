//! Code with some mistakes in it.

use connector::import::{self, Reason};
use connector::{Draft, Rules};
use dt_api::arbitrary;
use proptest::prelude::*;
use proptest::sample::select;

use super::codes;

/// Code that somebody has cut, torn or typed into.
fn torn_code() -> impl Strategy<Value = String> {
    select(codes()).prop_flat_map(arbitrary::mangled)
}

proptest! {
    #![proptest_config(arbitrary::many_cases())]

    #[test]
    fn every_problem_is_said_in_a_sentence_and_in_a_line_of_the_code(code in torn_code()) {
        if let Err(problem) = import::read(&code) {
            prop_assert!(problem.message.ends_with('.') || problem.message.ends_with('{'), "{}", problem.message);
            prop_assert!(problem.message.starts_with(char::is_uppercase), "{}", problem.message);
            let lines = code.split('\n').count();
            prop_assert!((1..=lines).contains(&problem.line), "{} of {}", problem.line, lines);
        }
    }

    #[test]
    fn whatever_is_left_out_has_a_name_and_a_reason(code in torn_code()) {
        for left_out in import::read(&code).into_iter().flat_map(|imported| imported.left_out) {
            prop_assert_ne!(&left_out.reason, &Reason::Variable(String::new()), "{}", left_out.path);
        }
    }

    #[test]
    fn a_form_made_of_torn_code_can_be_checked_shown_and_sent(code in torn_code()) {
        if let Some(draft) = import::read(&code).ok().and_then(|imported| imported.new_draft()) {
            let _ = (draft.problems(&Rules::default()), draft.create_body());
        }
    }

    #[test]
    fn code_is_put_into_any_form_without_changing_its_type(code in torn_code(), connector in arbitrary::connector()) {
        let mut draft = Draft::from(&connector);
        if let Ok(imported) = import::read(&code) {
            imported.apply(&mut draft);
            prop_assert_eq!(draft.config.kind(), connector.config.kind());
        }
    }

    #[test]
    fn putting_code_into_a_form_twice_is_putting_it_in_once(code in torn_code(), connector in arbitrary::connector()) {
        let mut once = Draft::from(&connector);
        if let Ok(imported) = import::read(&code) {
            imported.apply(&mut once);
            let mut twice = once.clone();
            imported.apply(&mut twice);
            prop_assert_eq!(twice, once);
        }
    }
}
