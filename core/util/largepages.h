// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace carillon {

/// Has the C library ask for memory in large pages, for programs that hold many jobs: a processor
/// then spends less time on finding out where memory is, and the system on handing it out.
///
/// glibc (2.35 and later) reads this from the environment (`glibc.malloc.hugetlb=1` in
/// `GLIBC_TUNABLES`) before `main`, so the program starts itself once more, in the same process;
/// the environment is put back before this returns. To be called before anything is begun,
/// with what `main` got. Does nothing where the system gives large pages by itself, or never.
void takeLargePages(char **arguments);

} // namespace carillon
