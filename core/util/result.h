// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace carillon {

/// What kind of failure it was, for programs; the message is for people.
enum class ErrorCode {
    InvalidInput,   ///< A value that cannot be accepted; `Error::field` names it where one is to
                    ///< blame.
    NotFound,       ///< No job, run or file by that name.
    Conflict,       ///< The id is taken.
    NotAllowed,     ///< The operating system or a rule refuses.
    AlreadyRunning, ///< Another engine holds the profile.
    StoreBusy,      ///< The database is locked by another program; trying again may help.
    StoreFull,      ///< No space left on the device.
    StoreRefused,   ///< Damaged, foreign or newer database; left untouched.
    PortTaken,      ///< Another program listens there.
    UnsafeSettings, ///< What was asked for would let strangers in.
    Internal,       ///< A fault of ours.
};

/// Why something did not happen. `message` is translated, one or more whole sentences.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString field = {}; ///< The wire name of the field to blame, such as `trigger` or `args`.

    bool operator==(const Error &) const = default;
};

/// What someone wrote in `field` cannot be accepted.
inline Error invalidInput(const char *field, const QString &message)
{
    return Error{ErrorCode::InvalidInput, message, QString::fromLatin1(field)};
}

/// A value, or the reason why there is none. Spelled like std::expected, which GCC 12 lacks.
template <typename T = void, typename E = Error>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : m_state(std::in_place_index<1>, std::move(error)) {}
    /// A value made where it stays.
    explicit Result(std::in_place_t) : m_state(std::in_place_index<0>) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

template <typename E>
class [[nodiscard]] Result<void, E>
{
public:
    Result() = default;
    Result(E error) : m_error(std::move(error)), m_failed(true) {}

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    const E &error() const { return m_error; }

private:
    E m_error;
    bool m_failed = false;
};

} // namespace carillon
