// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace carillon {

/// As std::optional, for a value that is hardly ever there: it lives elsewhere, so that whoever may
/// have one stays small. Copies are copies of the value.
template <typename T>
class Rare
{
public:
    Rare() = default;
    Rare(std::nullopt_t) {}
    Rare(T value) : m_value(std::make_unique<T>(std::move(value))) {}
    Rare(std::optional<T> value)
    {
        if (value)
            emplace(*std::move(value));
    }
    Rare(const Rare &other) : m_value(other ? std::make_unique<T>(*other) : nullptr) {}
    Rare(Rare &&) noexcept = default;
    Rare &operator=(const Rare &other) { return *this = Rare(other); }
    Rare &operator=(Rare &&) noexcept = default;
    ~Rare() = default;

    bool has_value() const { return m_value != nullptr; }
    explicit operator bool() const { return has_value(); }
    T &operator*() { return *m_value; }
    const T &operator*() const { return *m_value; }
    T *operator->() { return m_value.get(); }
    const T *operator->() const { return m_value.get(); }
    T value_or(T otherwise) const { return m_value ? *m_value : std::move(otherwise); }

    template <typename... Arguments>
    T &emplace(Arguments &&...arguments)
    {
        m_value = std::make_unique<T>(std::forward<Arguments>(arguments)...);
        return *m_value;
    }
    void reset() { m_value.reset(); }

    friend bool operator==(const Rare &a, const Rare &b)
    {
        return a && b ? *a == *b : a.has_value() == b.has_value();
    }

private:
    std::unique_ptr<T> m_value;
};

} // namespace carillon
