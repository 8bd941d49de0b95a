//! Compressed copies beside each file, for hosts that send them as they are.

use crate::failure::{During, Outcome};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is worth compressing; images and fonts are compressed already.
const COMPRESSIBLE: [&str; 9] = ["html", "js", "css", "wasm", "svg", "json", "txt", "xml", "webmanifest"];

/// Writes `x.br` and `x.gz` beside every compressible file `x`. The same bytes come out every time.
pub fn all(folder: &Path) -> Outcome {
    for file in files(folder)? {
        if file.extension().and_then(OsStr::to_str).is_some_and(|extension| COMPRESSIBLE.contains(&extension))
        {
            let content = fs::read(&file).during(file.display())?;
            write(&file, "br", &brotli(&content)?)?;
            write(&file, "gz", &gzip(&content)?)?;
        }
    }
    Ok(())
}

/// Every file under a folder, in order.
pub fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).during(folder.display())? {
        let path = entry.during(folder.display())?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn write(file: &Path, extension: &str, content: &[u8]) -> Outcome {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    fs::write(&name, content).during(file.display())
}

fn brotli(content: &[u8]) -> Outcome<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters).during("brotli")?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    // The encoder's default header names no file and no time.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).during("gzip")?;
    encoder.finish().during("gzip")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    const TEXT: &[u8] = b"Data Connector Data Connector Data Connector Data Connector";

    #[test]
    fn brotli_gives_the_content_back() {
        let mut content = Vec::new();
        brotli::BrotliDecompress(&mut brotli(TEXT).unwrap().as_slice(), &mut content).unwrap();
        assert_eq!(content, TEXT);
    }

    #[test]
    fn gzip_gives_the_content_back() {
        let mut content = Vec::new();
        flate2::read::GzDecoder::new(gzip(TEXT).unwrap().as_slice()).read_to_end(&mut content).unwrap();
        assert_eq!(content, TEXT);
    }

    #[test]
    fn the_same_content_compresses_to_the_same_bytes() {
        assert_eq!(brotli(TEXT).unwrap(), brotli(TEXT).unwrap());
        assert_eq!(gzip(TEXT).unwrap(), gzip(TEXT).unwrap());
    }

    #[test]
    fn text_is_compressed_and_images_are_not() {
        let folder = std::env::temp_dir().join(format!("xtask-precompress-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).unwrap();
        fs::write(folder.join("assets/a.css"), TEXT).unwrap();
        fs::write(folder.join("b.png"), TEXT).unwrap();
        all(&folder).unwrap();
        let names: Vec<_> = files(&folder)
            .unwrap()
            .iter()
            .map(|file| file.strip_prefix(&folder).unwrap().display().to_string())
            .collect();
        assert_eq!(names, ["assets/a.css", "assets/a.css.br", "assets/a.css.gz", "b.png"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
