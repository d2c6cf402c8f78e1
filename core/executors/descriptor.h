// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace carillon {

/// A descriptor that closes itself, and never one of the three every program has.
class Descriptor
{
    Q_DISABLE_COPY(Descriptor)

public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number)
    {
        if (number < 0 || number > STDERR_FILENO)
            return;
        m_number = ::fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        ::close(number);
    }
    ~Descriptor() { reset(); }
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    void reset()
    {
        if (isOpen())
            ::close(std::exchange(m_number, -1));
    }

private:
    int m_number = -1;
};

} // namespace carillon
