// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/readers.h"

#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

using namespace carillon;

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString broken = fuzz::CARILLON_FUZZ_READER(input);
    if (!broken.isEmpty()) {
        std::fprintf(stderr, "broken promise: %s\n", qPrintable(broken));
        std::abort();
    }
    return 0;
}
