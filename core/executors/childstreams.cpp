// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/childstreams.h"

#include <array>
#include <cstdio>
#include <sys/mman.h>

namespace carillon {

OutputPipe openOutputPipe()
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    const Descriptor reading(ends[0]);
    OutputPipe pipe{{}, Descriptor(ends[1])};
    std::array<char, 32> path{};
    std::snprintf(path.data(), path.size(), "/proc/self/fd/%d", reading.number());
    pipe.ours = Descriptor(::open(path.data(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    return pipe;
}

Descriptor inputWith(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    Descriptor file(::memfd_create("stdin", MFD_CLOEXEC));
    for (qsizetype at = 0; file.isOpen() && at < bytes.size();) {
        const ssize_t count =
            ::write(file.number(), bytes.constData() + at, size_t(bytes.size() - at));
        if (count < 0)
            return {};
        at += count;
    }
    ::lseek(file.number(), 0, SEEK_SET);
    return file;
}

} // namespace carillon
