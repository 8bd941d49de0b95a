use std::fs;

use axum::{Router, body::Body, http::Request};
use jiff::Timestamp;
use serde_json::json;
use tempfile::TempDir;

use crate::{
    emulator::Emulator,
    model::clock::Clock,
    origins::Origins,
    seed::Seed,
    settings::Settings,
    test_cloud::{Answer, NOW},
};

const SCRIPT: &str = "/assets/console-0123456789abcdef.js";

/// A console that was built into a folder, and the server of its origin.
struct Console {
    router: Router,
    _dist: TempDir,
}

impl Console {
    fn new(strict: bool, same_origin: bool) -> Self {
        let dist = tempfile::tempdir().unwrap();
        fs::create_dir(dist.path().join("assets")).unwrap();
        for (name, content) in [
            ("index.html", "the page"),
            ("assets/console-0123456789abcdef.js", "the script"),
            ("assets/console-0123456789abcdef.js.br", "the script in brotli"),
            ("assets/console-0123456789abcdef.js.gz", "the script in gzip"),
            ("assets/console-0123456789abcdef_bg.wasm", "the program"),
        ] {
            fs::write(dist.path().join(name), content).unwrap();
        }
        let router = emulator(strict, same_origin).console(Some(dist.path()));
        Self { router, _dist: dist }
    }

    async fn get(&self, path: &str) -> Answer {
        self.get_encoded(path, "identity").await
    }

    async fn get_encoded(&self, path: &str, encoding: &str) -> Answer {
        let request = Request::get(path).header("accept-encoding", encoding).body(Body::empty());
        Answer::to(&self.router, request.unwrap()).await
    }
}

fn emulator(strict: bool, same_origin: bool) -> Emulator {
    let origins = Origins { console_port: 8080, api_port: 8081, same_origin };
    let clock = Clock::stopped_at(NOW.parse::<Timestamp>().unwrap());
    Emulator::new(Settings { strict, ..Settings::default() }, origins, Seed::Demo, clock).unwrap()
}

#[tokio::test]
async fn the_consoles_places_are_its_page() {
    let console = Console::new(false, false);
    for path in ["/", "/index.html", "/sign-in", "/projects/p/dataconnectors/d?tab=metrics"] {
        let answer = console.get(path).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, "the page"), "{path}");
        assert_eq!(answer.header("content-type"), "text/html", "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    }
}

#[tokio::test]
async fn a_file_that_does_not_exist_is_not_the_page() {
    let console = Console::new(false, false);
    for path in
        ["/assets/console-fedcba9876543210.js", "/assets/console", "/projects/p/icon.svg", "/.git/config.txt"]
    {
        let answer = console.get(path).await;
        assert_eq!((answer.status, answer.text.as_str()), (404, ""), "{path}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    }
}

#[tokio::test]
async fn hashed_files_last_and_have_their_types() {
    let console = Console::new(false, false);
    let script = console.get(SCRIPT).await;
    assert_eq!((script.status, script.text.as_str()), (200, "the script"));
    assert_eq!(script.header("content-type"), "text/javascript");
    assert_eq!(script.header("cache-control"), "public, max-age=31536000, immutable");
    let program = console.get("/assets/console-0123456789abcdef_bg.wasm").await;
    assert_eq!(program.header("content-type"), "application/wasm");
}

#[tokio::test]
async fn precompressed_files_go_to_browsers_that_take_them() {
    let console = Console::new(false, false);
    for (accepted, encoding, text) in [
        ("gzip, deflate, br", "br", "the script in brotli"),
        ("gzip", "gzip", "the script in gzip"),
        ("identity", "", "the script"),
    ] {
        let answer = console.get_encoded(SCRIPT, accepted).await;
        assert_eq!((answer.header("content-encoding"), answer.text.as_str()), (encoding, text));
        assert_eq!(answer.header("content-type"), "text/javascript");
    }
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let console = Console::new(false, false);
    for path in ["/", SCRIPT, "/config.json", "/missing.js"] {
        let answer = console.get(path).await;
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self'; connect-src 'self' http://localhost:8081/v2/ \
                      http://localhost:8081/oauth2/token; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        assert_eq!(answer.header("content-security-policy"), policy, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
    }
}

#[tokio::test]
async fn the_configuration_names_the_api() {
    let expected = json!({
        "apiUrl": "http://localhost:8081/v2",
        "tokenUrl": "http://localhost:8081/oauth2/token",
        "allowLoopbackHttp": true,
    });
    let answer = Console::new(false, false).get("/config.json").await;
    assert_eq!((answer.json, answer.headers["cache-control"].to_str().unwrap()), (expected, "no-cache"));
    let strict = Console::new(true, false).get("/config.json").await.json;
    assert_eq!(strict["allowLoopbackHttp"], false);
}

#[tokio::test]
async fn the_api_is_not_on_the_consoles_origin() {
    let console = Console::new(false, false);
    assert_eq!(console.get("/v2/projects").await.text, "the page");
}

#[tokio::test]
async fn unless_both_share_one_origin() {
    let console = Console::new(false, true);
    let configuration = console.get("/config.json").await.json;
    assert_eq!(configuration["apiUrl"], "/v2");
    assert_eq!(configuration["tokenUrl"], "/oauth2/token");
    assert_eq!(configuration["tokenAudience"], "http://localhost:8081/oauth2/token");
    let api = console.get("/v2/projects").await;
    assert_eq!((api.status, api.header("cache-control")), (401, "no-store"));
    assert!(api.header("content-security-policy").starts_with("default-src 'none'"));
    assert_eq!(console.get("/_emulator/accounts").await.status, 200);
    let page = console.get("/projects/p/dataconnectors").await;
    assert_eq!(page.text, "the page");
    assert!(page.header("content-security-policy").contains("connect-src 'self';"));
}

#[tokio::test]
async fn without_a_built_console_there_is_only_the_configuration() {
    let router = emulator(false, false).console(None);
    let get = |path: &str| Request::get(path).body(Body::empty()).unwrap();
    assert_eq!(Answer::to(&router, get("/config.json")).await.status, 200);
    let page = Answer::to(&router, get("/")).await;
    assert_eq!(page.status, 404);
    assert!(page.text.contains("--dist"));
}

#[tokio::test]
async fn the_consoles_files_can_be_made_to_fail_too() {
    let emulator = emulator(false, false);
    let rule = json!({"path": "/config.json", "status": 503, "times": 1}).to_string();
    let request = Request::post("/_emulator/faults").header("content-type", "application/json");
    assert_eq!(Answer::to(&emulator.api(), request.body(Body::from(rule)).unwrap()).await.status, 200);
    let console = emulator.console(None);
    let get = || Request::get("/config.json").body(Body::empty()).unwrap();
    let failed = Answer::to(&console, get()).await;
    assert_eq!(failed.status, 503);
    assert_eq!(Answer::to(&console, get()).await.status, 200);
}
