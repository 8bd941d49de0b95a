//! Long texts, in which a reader that goes back and forth would never come to an end.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use connector::import;

const STARTS: [&str; 7] = [
    "",
    "{",
    "[",
    "curl -X POST https://api.example.com/v2/projects/p/dataconnectors -d ",
    "curl --data '{\"labels\":[",
    "resource \"dt_data_connector\" \"a\" {\n  display_name = ",
    "resource \"dt_data_connector\" \"a\" {\n  labels = [\n",
];
const PIECES: [&str; 44] = [
    "\"",
    "'",
    "`",
    "\\",
    "\\\n",
    "\\u",
    "$",
    "$(",
    "$'",
    "$a",
    "${",
    "$${",
    "%{",
    "\"${",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "[{",
    "a = {",
    "a = [",
    "{a = [",
    ",",
    "1,",
    "\"a\",",
    "\"a\": {",
    "#",
    "//",
    "/*",
    "<<A\n",
    "<<-A\n",
    "A\n",
    "\n",
    " ",
    "curl ",
    "curl",
    "#curl ",
    "resource \"dt_data_connector\" ",
    "resource dt_data_connector\n",
    "\u{fdd0}",
    "_a",
    "-d ",
];
/// In bytes, half of the longest that is read. A reader that passes over them once takes less than a second, and one that
/// does so at each of them takes minutes.
const LENGTH: usize = 500_000;
/// What takes longer never ends.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn no_text_takes_for_ever() {
    let (done, next) = channel();
    thread::spawn(move || {
        for (start, piece) in STARTS.iter().flat_map(|start| PIECES.map(|piece| (start, piece))) {
            let text = [start, piece.repeat(LENGTH / piece.len()).as_str()].concat();
            let _ = import::read(&text);
            let _ = done.send((start, piece));
        }
    });
    let mut last = None;
    for _ in 0..STARTS.len() * PIECES.len() {
        let finished = next.recv_timeout(PATIENCE);
        assert!(finished.is_ok(), "what follows {last:?} does not end");
        last = finished.ok();
    }
}
