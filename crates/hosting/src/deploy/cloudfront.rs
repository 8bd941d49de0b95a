//! S3 behind CloudFront: a response headers policy, a function that finds the page, and what forwards to DT, each in the form
//! that the `aws cloudfront` commands take. How long files last is metadata of the objects, so that an error never lasts.

use serde_json::{Value, json};

use super::{GENERATED, pretty};
use crate::deployment::{Deployment, Forward};
use crate::place::PLACE_PATTERN;

/// Policies of CloudFront's own, which have the same IDs in every account.
const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER_EXCEPT_HOST_HEADER: &str = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

pub fn files(deployment: &Deployment) -> Vec<(&'static str, String)> {
    let mut files = vec![
        ("response-headers-policy.json", pretty(&response_headers_policy(deployment))),
        ("viewer-request.js", viewer_request()),
    ];
    let forwards = deployment.forwards();
    if !forwards.is_empty() {
        let origins: Vec<_> = forwards.iter().map(origin).collect();
        let behaviours: Vec<_> = forwards.iter().map(behaviour).collect();
        files.push(("forwarding.json", pretty(&json!({ "Origins": origins, "CacheBehaviors": behaviours }))));
    }
    files
}

/// The headers with a field of their own must use it; the rest are custom.
fn response_headers_policy(deployment: &Deployment) -> Value {
    let mut own = serde_json::Map::new();
    let mut custom = Vec::new();
    for (name, value) in deployment.security_headers() {
        match name {
            "content-security-policy" => {
                own.insert(
                    "ContentSecurityPolicy".to_owned(),
                    json!({ "ContentSecurityPolicy": value, "Override": true }),
                );
            }
            "x-content-type-options" => {
                own.insert("ContentTypeOptions".to_owned(), json!({ "Override": true }));
            }
            "referrer-policy" => {
                own.insert("ReferrerPolicy".to_owned(), json!({ "ReferrerPolicy": value, "Override": true }));
            }
            "strict-transport-security" => {
                let seconds: u32 = value.trim_start_matches("max-age=").parse().unwrap_or_default();
                let policy = json!({
                    "AccessControlMaxAgeSec": seconds, "IncludeSubdomains": false, "Preload": false, "Override": true,
                });
                own.insert("StrictTransportSecurity".to_owned(), policy);
            }
            _ => custom.push(json!({ "Header": name, "Value": value, "Override": true })),
        }
    }
    json!({
        "Name": format!("data-connector-console-{}", deployment.variant.name()),
        "SecurityHeadersConfig": own,
        "CustomHeadersConfig": { "Quantity": custom.len(), "Items": custom },
    })
}

fn viewer_request() -> String {
    let pattern = PLACE_PATTERN.replace('/', "\\/");
    format!(
        "// {GENERATED}\n\
         function handler(event) {{\n  \
           var request = event.request;\n  \
           if (/^\\/(?!assets\\/){pattern}$/.test(request.uri)) request.uri = \"/index.html\";\n  \
           return request;\n\
         }}\n"
    )
}

fn origin(forward: &Forward) -> Value {
    json!({
        "Id": forward.host(),
        "DomainName": forward.host(),
        "CustomOriginConfig": {
            "HTTPPort": 80,
            "HTTPSPort": 443,
            "OriginProtocolPolicy": "https-only",
            "OriginSslProtocols": { "Quantity": 1, "Items": ["TLSv1.2"] },
        },
    })
}

fn behaviour(forward: &Forward) -> Value {
    json!({
        "PathPattern": format!("{}{}", forward.path, if forward.subtree { "/*" } else { "" }),
        "TargetOriginId": forward.host(),
        "ViewerProtocolPolicy": "https-only",
        "AllowedMethods": {
            "Quantity": 7,
            "Items": ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
        },
        "CachePolicyId": CACHING_DISABLED,
        "OriginRequestPolicyId": ALL_VIEWER_EXCEPT_HOST_HEADER,
        "Compress": false,
    })
}
