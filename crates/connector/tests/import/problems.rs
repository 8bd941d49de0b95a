//! What cannot be read.

use connector::import::read;

use super::problem;

#[test]
fn code_that_cannot_be_read_comes_with_its_place_and_remedy() {
    let resource = |body: &str| format!("resource \"dt_data_connector\" \"a\" {{\n{body}");
    let several = "[{\"displayName\": \"a\"}, {\"displayName\": \"b\"}]";
    let problems = [
        ("", (1, "Paste a cURL command, JSON, or a dt_data_connector resource of Terraform.")),
        ("hello", (1, "Paste a cURL command, JSON, or a dt_data_connector resource of Terraform.")),
        ("{\n  \"a\": 1,\n", (3, "Paste the JSON to its end: it breaks off here.")),
        ("{\n  \"a\": 1\n  \"b\": 2\n}", (3, "Correct the JSON in this line: expected `,` or `}`.")),
        ("curl a -d '{\n  \"a\" 1}'", (2, "Correct the JSON in this line: expected `:`.")),
        ("[]", (1, "Paste a Data Connector: this list is empty.")),
        (several, (1, "Paste one Data Connector of this list: there are several.")),
        (
            "curl a \\\n -d '{",
            (2, "Close the quotation mark that opens here, or paste the command to its end."),
        ),
        ("curl a -d \"$(cat", (1, "Close this parenthesis.")),
        (&resource("type = \"a\n}"), (2, "Close the quotation mark in this line.")),
        (&resource("type \"a\"\n}"), (2, "Correct this line: an attribute needs an equals sign.")),
        (&resource("type =\n}"), (2, "Complete this line: a value is missing.")),
        (
            &resource("type = 1"),
            (2, "Correct this line, or close the block: an attribute should begin here."),
        ),
        (&resource("}\n").repeat(2), (3, "Paste one Data Connector: this is another.")),
        (&resource("a = <<END\n}"), (2, "End the text that begins here: its closing word is missing.")),
        (&resource(&["a = ", &"[".repeat(99)].concat()), (2, "Paste something simpler: this is too deep.")),
    ];
    for (code, (line, message)) in problems {
        assert_eq!(problem(code), (line, message.to_owned()), "{code}");
    }
}

#[test]
fn a_megabyte_of_anything_is_read_or_refused() {
    let starts = ["{", "curl ", "curl -d \"", "resource \"dt_data_connector\" \"a\" {\na = ", "curl -d $'"];
    let repeated = [
        "[", "\"${", "$(", "{a=", "\\u", "`", "'", "a\n", "<<a\n", "/*", "curl ", "\u{FDD0}", "\"", "[[1 2]",
    ];
    for (start, piece) in starts.iter().flat_map(|start| repeated.map(|piece| (start, piece))) {
        let length = (1024 * 1024 - start.len()) / piece.len();
        let _ = read(&[start, piece.repeat(length).as_str()].concat());
    }
    assert_eq!(problem(&"a".repeat(1024 * 1024 + 1)).0, 1);
}
