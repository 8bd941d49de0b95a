//! `cargo xtask deploy`: what tells hosts how to serve the console, from the policy in `crates/hosting`.

use crate::failure::{During, Failure, Outcome};
use crate::tools::remove_folder;
use crate::workspace::root;
use hosting::deploy::{Listen, Site, caddyfile, files, nginx};
use hosting::{Deployment, Scheme, Upstream, Variant};
use std::fs;
use std::path::{Path, PathBuf};

/// What to write.
#[derive(Debug, PartialEq, Eq)]
pub enum Deploy {
    /// Every file in `deploy/`.
    Everything,
    /// What one web server on this machine needs to serve the console in clear, as the end-to-end tests do.
    Local(Box<Local>),
}

/// A web server on this machine.
#[derive(Debug, PartialEq, Eq)]
pub struct Local {
    server: Server,
    variant: Variant,
    port: u16,
    root: String,
    upstream: String,
    into: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Server {
    Caddy,
    Nginx,
}

/// Reads what follows `cargo xtask deploy`.
pub fn parse(arguments: &[String]) -> Outcome<Deploy> {
    let [server, rest @ ..] = arguments else { return Ok(Deploy::Everything) };
    let server = match server.as_str() {
        "caddy" => Server::Caddy,
        "nginx" => Server::Nginx,
        other => return Err(not_understood(other)),
    };
    let value = |option: &str| {
        let given = rest.chunks_exact(2).find_map(|pair| match pair {
            [name, value] if name == option => Some(value.clone()),
            _ => None,
        });
        given.ok_or_else(|| Failure::new(format!("`deploy` of a server on this machine wants {option}.")))
    };
    let variant = value("--variant")?;
    let port = value("--port")?;
    Ok(Deploy::Local(Box::new(Local {
        server,
        variant: Variant::ALL
            .into_iter()
            .find(|known| known.name() == variant)
            .ok_or_else(|| not_understood(&variant))?,
        port: port.parse().map_err(|_| not_understood(&port))?,
        root: value("--root")?,
        upstream: value("--upstream")?,
        into: value("--into")?.into(),
    })))
}

fn not_understood(argument: &str) -> Failure {
    Failure::new(format!("`deploy` does not take `{argument}`. `cargo xtask help` says what it takes."))
}

impl Deploy {
    /// Writes the files.
    pub fn run(self) -> Outcome {
        match self {
            Self::Everything => write_all(&root().join("deploy")),
            Self::Local(local) => local.write(),
        }
    }
}

fn write_all(folder: &Path) -> Outcome {
    remove_folder(folder)?;
    files().into_iter().try_for_each(|(name, text)| write(&folder.join(name), &text))
}

impl Local {
    fn write(&self) -> Outcome {
        let deployment = Deployment {
            variant: self.variant,
            upstream: Upstream { api: self.upstream.clone(), identity: self.upstream.clone() },
            scheme: Scheme::Http,
        };
        let site = Site { listen: Listen::LocalPort(self.port), root: self.root.clone() };
        let (name, text) = match self.server {
            Server::Caddy => ("Caddyfile", caddyfile(&deployment, &site)),
            Server::Nginx => ("console.conf", nginx(&deployment, &site)),
        };
        write(&self.into.join(name), &text)?;
        write(&self.into.join("config.json"), &format!("{:#}\n", deployment.configuration()))
    }
}

fn write(path: &Path, text: &str) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).during(folder.display())?;
    }
    fs::write(path, text).during(path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Outcome<Deploy> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    const LOCAL: &str =
        "nginx --variant same-origin --port 8080 --root /d --upstream http://localhost:8081 --into /i";

    #[test]
    fn every_file_is_written_unless_a_server_is_named() {
        assert_eq!(parsed(""), Ok(Deploy::Everything));
        let Ok(Deploy::Local(local)) = parsed(LOCAL) else { panic!("{:?}", parsed(LOCAL)) };
        assert_eq!((local.server, local.variant, local.port), (Server::Nginx, Variant::SameOrigin, 8080));
        assert_eq!((local.root.as_str(), local.upstream.as_str()), ("/d", "http://localhost:8081"));
    }

    #[test]
    fn a_server_wants_every_option() {
        for missing in ["--variant", "--port", "--root", "--upstream", "--into"] {
            let failure = parsed(&LOCAL.replace(missing, "--other")).unwrap_err();
            assert!(failure.to_string().contains(missing), "{failure}");
        }
        assert!(parsed(&LOCAL.replace("nginx", "apache")).is_err());
        assert!(parsed(&LOCAL.replace("same-origin", "any-origin")).is_err());
    }
}
