//! The schemas of the JSON report and of guidance files, generated from the types that write and read them. The committed copies, which
//! the program prints, are compared with these.

mod tidy;
pub mod guidance;
pub mod report;

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::guidance::blocks::Blocks;
use crate::render::json::ByName;

impl<N: JsonSchema> JsonSchema for ByName<'_, N> {
    fn schema_name() -> Cow<'static, str> {
        BTreeMap::<String, N>::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, N>::json_schema(generator)
    }
}

impl<T: JsonSchema> JsonSchema for Blocks<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Blocks of {}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        <BTreeMap<String, T>>::json_schema(generator)
    }
}
