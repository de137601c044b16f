//! Profiles side by side, on as many threads as there are jobs.

use std::thread;

use anyhow::Result;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Profiles of a batch for each job: enough that none waits long for the slowest of a batch, few enough that memory stays flat.
const BATCH_A_JOB: usize = 16;
/// Bytes of stack of each thread: as the main thread has, on which hostile files are tried.
const STACK_BYTES: usize = 8 << 20;

/// Threads that work at the same time; one job needs none beside the main one.
pub struct Jobs {
    pool: Option<ThreadPool>,
    threads: usize,
}

impl Jobs {
    /// As many jobs as asked for, else as the machine can do at the same time; never more than there are profiles.
    ///
    /// # Errors
    /// Threads that the system does not give.
    pub fn new(asked: Option<u16>, profiles: usize) -> Result<Self> {
        let asked = asked.map(usize::from).or_else(|| thread::available_parallelism().ok().map(Into::into));
        let threads = asked.unwrap_or(1).min(profiles).max(1);
        let pool = || ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_BYTES).build();
        Ok(Self { pool: (threads > 1).then(pool).transpose()?, threads })
    }

    /// How many profiles are read and judged before they are told and forgotten.
    pub fn batch(&self) -> usize {
        self.threads * BATCH_A_JOB
    }

    /// What comes of each item and its place, in their order.
    pub fn map<'i, T: Sync, R: Send>(&self, items: &'i [T], one: impl Fn(usize, &'i T) -> R + Sync) -> Vec<R> {
        match &self.pool {
            None => items.iter().enumerate().map(|(at, item)| one(at, item)).collect(),
            Some(pool) => pool.install(|| {
                // One profile may take as long as a thousand others: each is handed out by itself.
                items.par_iter().enumerate().with_max_len(1).map(|(at, item)| one(at, item)).collect()
            }),
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
    fn there_are_never_more_jobs_than_profiles() {
        let jobs = Jobs::new(Some(8), 1).unwrap();
        assert!(jobs.pool.is_none() && jobs.batch() == BATCH_A_JOB);
    }
}
