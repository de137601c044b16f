//! Suites and cases of JUnit.

use roxmltree::{Document, Node};

use super::{Checked, ensure};

/// What came of a case.
const CAME_OUT: [&str; 3] = ["failure", "error", "skipped"];

/// The elements of a report, each with the names of its attributes: suites of cases, which are as many as it says.
pub fn elements(text: &str) -> Checked<Vec<String>> {
    let document = Document::parse(text).map_err(|error| error.to_string())?;
    let foreign = document.descendants().find(|node| node.is_comment() || node.is_pi());
    ensure(foreign.is_none(), || format!("{foreign:?}"))?;
    let root = document.root_element();
    named(root, &["testsuites"])?;
    for suite in children(root) {
        named(suite, &["testsuite"])?;
        for case in children(suite) {
            named(case, &["testcase"])?;
            ensure(children(case).count() <= 1, || format!("{case:?} came out in two ways"))?;
            children(case).try_for_each(|it| named(it, &CAME_OUT))?;
            ensure(children(case).flat_map(children).next().is_none(), || format!("more below {case:?}"))?;
        }
        counted(suite, 0)?;
    }
    counted(root, 1)?;
    Ok(document.descendants().filter(Node::is_element).map(told).collect())
}

fn children<'d>(node: Node<'d, 'd>) -> impl Iterator<Item = Node<'d, 'd>> {
    node.children().filter(Node::is_element)
}

fn named(node: Node<'_, '_>, names: &[&str]) -> Checked {
    ensure(names.contains(&node.tag_name().name()), || format!("{node:?} is none of {names:?}"))
}

/// The counts of an element are those of the cases so many levels below its children.
fn counted(node: Node<'_, '_>, levels: usize) -> Checked {
    let cases: Vec<Node<'_, '_>> =
        if levels == 0 { children(node).collect() } else { children(node).flat_map(children).collect() };
    let came_out = |name: &str| cases.iter().filter(|case| children(**case).any(|it| it.tag_name().name() == name)).count();
    let counts = [("tests", cases.len()), ("failures", came_out("failure")), ("errors", came_out("error"))];
    counts.into_iter().chain((levels == 0).then(|| ("skipped", came_out("skipped")))).try_for_each(|(name, count)| {
        let stated = node.attribute(name);
        ensure(stated == Some(&*count.to_string()), || format!("{name} is {stated:?}, not {count}"))
    })
}

fn told(node: Node<'_, '_>) -> String {
    let names: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
    format!("{} {}", node.tag_name().name(), names.join(" "))
}
