//! Profiles side by side, on as many threads as there are jobs.

use std::thread;

use anyhow::Result;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Profiles of a batch for each job: enough that none waits long for the slowest of a batch, few enough that memory stays flat.
const BATCH_A_JOB: usize = 32;
/// Bytes of stack of each thread: as the main thread has, on which hostile files are tried.
const STACK_BYTES: usize = 8 << 20;

/// Threads that work at the same time. A single profile needs none beside the main one, unless a number is asked for: then the pieces of
/// a large one keep to it too.
pub struct Jobs {
    pool: Option<ThreadPool>,
    threads: usize,
}

impl Jobs {
    /// As many jobs as asked for, else as the machine can do at the same time, but not more than there are profiles.
    ///
    /// # Errors
    /// Threads that the system does not give.
    pub fn new(asked: Option<u16>, profiles: usize) -> Result<Self> {
        let possible = || if profiles > 1 { thread::available_parallelism().map_or(1, Into::into).min(profiles) } else { 1 };
        let threads = asked.map_or_else(possible, usize::from).max(1);
        let pool = || ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_BYTES).build();
        Ok(Self { pool: (asked.is_some() || threads > 1).then(pool).transpose()?, threads })
    }

    /// How many profiles are read and judged before they are told and forgotten.
    pub fn batch(&self) -> usize {
        self.threads * BATCH_A_JOB
    }

    /// What comes of each item and its place, in their order.
    pub fn map<'i, T: Sync, R: Send>(&self, items: &'i [T], one: impl Fn(usize, &'i T) -> R + Sync) -> Vec<R> {
        // One profile may take as long as a thousand others: each is handed out by itself.
        let side_by_side = || items.par_iter().enumerate().with_max_len(1).map(|(at, item)| one(at, item)).collect();
        match &self.pool {
            Some(pool) => pool.install(side_by_side),
            None => items.iter().enumerate().map(|(at, item)| one(at, item)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_stays_whatever_the_number_of_jobs() {
        let items: Vec<usize> = (0..100).collect();
        for asked in [1, 2, 7] {
            let jobs = Jobs::new(Some(asked), items.len()).unwrap();
            assert_eq!(jobs.map(&items, |at, item| at * 1000 + item), items.iter().map(|it| it * 1001).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_single_profile_starts_no_thread_unless_it_is_asked_for() {
        assert!(Jobs::new(None, 1).unwrap().pool.is_none());
        assert!(Jobs::new(Some(1), 1).unwrap().pool.is_some());
    }
}
