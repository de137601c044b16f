//! Profiles side by side, on as many threads as there are jobs.

use std::thread;

use anyhow::Result;
use rayon::prelude::*;

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

use crate::command::folder::Input;

/// Profiles of a batch for each job: enough that none waits long for the slowest of a batch, few enough that memory stays flat.
const BATCH_A_JOB: usize = 32;
/// Bytes of a batch, of which the last profile may be more: what is told of large ones is large too.
const BATCH_BYTES: u64 = 4 << 20;
/// Bytes of stack of each thread: as the main thread has, on which hostile files are tried.
const STACK_BYTES: usize = 8 << 20;

/// Threads that work at the same time. A single small profile needs none beside the main one.
pub struct Jobs {
    pool: Option<ThreadPool>,
    threads: usize,
}

impl Jobs {
    /// As many jobs as asked for, else as the machine can do at the same time where there is enough to do.
    ///
    /// # Errors
    /// Threads that were asked for and that the system does not give.
    pub fn new(asked: Option<u16>, is_much: bool) -> Result<Self> {
        let Some(asked) = asked else {
            let threads = if is_much { thread::available_parallelism().map_or(1, Into::into) } else { 1 };
            let pool = if threads > 1 { pool(threads).ok() } else { None };
            return Ok(Self { threads: if pool.is_some() { threads } else { 1 }, pool });
        };
        let threads = usize::from(asked.max(1));
        Ok(Self { pool: Some(pool(threads)?), threads })
    }

    /// How many of some profiles are judged before they are told, at least one.
    pub fn batch(&self, profiles: &[Input]) -> usize {
        let mut bytes = 0;
        let is_little = |input: &&Input| {
            let is_little = bytes < BATCH_BYTES;
            bytes += input.bytes;
            is_little
        };
        profiles.iter().take(self.threads * BATCH_A_JOB).take_while(is_little).count()
    }

    /// What comes of each item and its place, in their order.
    pub fn map<'i, T: Sync, R: Send>(&self, items: &'i [T], one: impl Fn(usize, &'i T) -> R + Sync) -> Vec<R> {
        // One profile may take as long as a thousand others: each is handed out by itself.
        let side_by_side = || items.par_iter().enumerate().with_max_len(1).map(|(at, item)| one(at, item)).collect();
        match &self.pool {
            // One thing on a thread of its own is done there.
            Some(pool) if items.len() > 1 || rayon::current_thread_index().is_none() => pool.install(side_by_side),
            _ => items.iter().enumerate().map(|(at, item)| one(at, item)).collect(),
        }
    }
}

fn pool(threads: usize) -> Result<ThreadPool, ThreadPoolBuildError> {
    ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_BYTES).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_stays_whatever_the_number_of_jobs() {
        let items: Vec<usize> = (0..100).collect();
        for asked in [1, 2, 7] {
            let jobs = Jobs::new(Some(asked), true).unwrap();
            assert_eq!(jobs.map(&items, |at, item| at * 1000 + item), items.iter().map(|it| it * 1001).collect::<Vec<_>>());
        }
    }

    #[test]
    fn little_work_starts_no_thread_unless_it_is_asked_for() {
        assert!(Jobs::new(None, false).unwrap().pool.is_none());
        assert!(Jobs::new(Some(1), false).unwrap().pool.is_some());
    }
}
