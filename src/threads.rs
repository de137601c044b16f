//! Work side by side, where whoever called gave threads for it. Without them nothing is started: neither does a small profile need any,
//! nor may a library take more than it was given.

/// Whether the work runs on threads that may share it.
pub fn are_there() -> bool {
    rayon::current_thread_index().is_some() && rayon::current_num_threads() > 1
}

/// What comes of two pieces of work, at the same time where there are threads.
pub fn join<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    if are_there() { rayon::join(one, other) } else { (one(), other()) }
}
