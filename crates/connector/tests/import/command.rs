//! cURL commands.

use connector::Change;
use connector::import::{Reason, Source, read};
use dt_api::ConnectorName;

use super::{existing, left_out, problem, variable};

#[test]
fn a_text_with_a_variable_in_it_stays_as_it_is() {
    let imported =
        read(r#"curl -d "{\"displayName\": \"In $CITY\"}" $API/projects/p/dataconnectors"#).unwrap();
    assert_eq!(left_out(&imported), [("displayName", &variable("CITY"))]);
    assert_eq!(imported.fields(), []);
}

#[test]
fn a_command_is_read_in_every_usual_spelling() {
    let url = "https://api.d21s.com/v2/projects/p/dataconnectors/d";
    let body = r#"{"displayName": "It is", "labels": ["name"]}"#;
    let escaped = body.replace('"', "\\\"");
    let commands = [
        format!("curl -X PATCH {url} -u \"<KEY>:<SECRET>\" -d '{body}'"),
        format!("curl --request PATCH \\\n  --url '{url}' \\\r\n  --header 'A: b' \\\n  --data '{body}'\n"),
        format!("$ curl -sSXPATCH -H'A: b' \"{url}\" -d'{body}' | jq ."),
        format!("curl -H \"Authorization: Bearer $TOKEN\" --json \"{escaped}\" -o out.json {url}"),
        format!(
            "export TOKEN=a\n# with curl too\nRESULT=$(/usr/bin/curl --data-raw $'{}' {url}) # done",
            body.replace(' ', "\\x20")
        ),
    ];
    for command in &commands {
        let imported = read(command).unwrap();
        assert_eq!(imported.source, Source::Curl);
        assert_eq!(imported.fields(), [Change::DisplayName, Change::Labels], "{command}");
        assert_eq!(imported.name, ConnectorName::parse("projects/p/dataconnectors/d"), "{command}");
        let mut draft = existing();
        imported.apply(&mut draft);
        assert_eq!(draft.display_name, "It is");
    }
}

#[test]
fn the_quotation_marks_of_a_shell_are_read_as_it_reads_them() {
    let name = |word: &str| {
        let imported = read(&format!("curl /dataconnectors -d {word}")).unwrap();
        let mut draft = existing();
        imported.apply(&mut draft);
        draft.display_name
    };
    let words = [
        (r#"'{"displayName": "It'\''s $5 `a` \\ \" ${b}"}'"#, "It's $5 `a` \\ \" ${b}"),
        (r#""{\"displayName\": \"\$5 \`a\` 'b' 100% \\\\ \u00e9\"}""#, "$5 `a` 'b' 100% \\ é"),
        (r#"\{\"displayName\":\"a\ b\"\}"#, "a b"),
        (r#"$'{"displayName": "It\'s \u0021 \xc3\xa9 \ud83d\ude00 \303\251 \\n"}'"#, "It's ! é 😀 é \n"),
        ("'{\"displayName\": '\\\n'\"a\"}'", "a"),
        (r#""{\"displayName\": \"$ 5$\"}""#, "$ 5$"),
    ];
    for (word, expected) in words {
        assert_eq!(name(word), expected, "{word}");
    }
}

#[test]
fn a_command_that_changes_nothing_comes_with_its_remedy() {
    let sends = "Paste a command that sends JSON, with --data: this one sends nothing.";
    let changes = "Paste a command that creates or changes a Data Connector, with POST or PATCH.";
    let file = "Paste the JSON itself: this command sends a file or its input.";
    let variable = "Paste the JSON itself: this command sends what a variable holds.";
    let problems = [
        ("\n\ncurl https://a/v2/projects/p/dataconnectors/d", (3, sends)),
        ("curl -X DELETE https://a/v2/projects/p/dataconnectors/d", (1, changes)),
        ("curl a \\\n  -d @body.json", (2, file)),
        ("curl a --data-binary @- <<END\n{}\nEND", (1, file)),
        ("curl a \\\n\\\n  -d \"$BODY\"", (3, variable)),
        ("curl a\n  -d '{}'", (1, sends)),
    ];
    for (command, (line, message)) in problems {
        assert_eq!(problem(command), (line, message.to_owned()), "{command}");
    }
}

#[test]
fn a_query_of_the_command_is_named() {
    let imported =
        read("curl 'https://a/projects/p/dataconnectors/d?update_mask=status' -X PATCH -d '{}'").unwrap();
    assert_eq!(left_out(&imported), [("update_mask", &Reason::Unknown)]);
}
