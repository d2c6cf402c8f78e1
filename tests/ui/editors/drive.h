// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace carillon::ui::drive {

/// The widget by that object name; a test that asks for one that is not there fails at once.
template <typename Type = QWidget>
Type *find(const QWidget &root, const QString &name)
{
    auto *widget = root.findChild<Type *>(name);
    if (!widget)
        qFatal("no widget called %s", qPrintable(name));
    return widget;
}

inline void click(const QWidget &root, const QString &name)
{
    auto *widget = find(root, name);
    // A check box reacts where its mark is, a wide one not in the middle of nowhere.
    const bool mark = widget->inherits("QCheckBox");
    QTest::mouseClick(widget, Qt::LeftButton, {},
                      mark ? QPoint(8, widget->height() / 2) : widget->rect().center());
}

/// Replaces what stands in a field by typing.
inline void type(const QWidget &root, const QString &name, const QString &text)
{
    auto *widget = find(root, name);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_Delete);
    for (const QChar character : text) {
        if (character == u'\n')
            QTest::keyClick(widget, Qt::Key_Return);
        else
            QTest::keyClicks(widget, QString(character));
    }
}

inline void choose(const QWidget &root, const QString &name, int index)
{
    auto *box = find<QComboBox>(root, name);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(box, Qt::Key_Down);
}

/// What is said to be wrong with the field of that name; empty if nothing is.
inline QString problem(const QWidget &root, const QString &name)
{
    const auto *message = find(root, name + QStringLiteral("Message"));
    if (message->isHidden())
        return {};
    for (const QLabel *label : message->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            return label->text();
    }
    return {};
}

} // namespace carillon::ui::drive
