// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/fieldmessage.h"

#include "ui/theme/statecolors.h"
#include "ui/theme/symbols.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace carillon::ui {

namespace {

QColor problemColour(const QPalette &palette)
{
    return toneColors(Tone::Failure, isDark(palette)).text;
}

/// Drawn over the field: style sheets would take the platform's look away from it.
class ProblemFrame : public QWidget
{
public:
    explicit ProblemFrame(QWidget *field) : QWidget(field)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        field->installEventFilter(this);
        hide();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
            setGeometry(parentWidget()->rect());
            raise();
        }
        return QWidget::eventFilter(watched, event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(problemColour(palette()), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 2.5, 2.5);
    }
};

} // namespace

FieldMessage::FieldMessage(QWidget *field)
    : m_field(field),
      m_input(field && field->focusProxy() ? field->focusProxy() : field),
      m_icon(new QLabel),
      m_text(new QLabel)
{
    if (m_field) {
        setObjectName(m_input->objectName() + u"Message"_qs);
        m_frame = new ProblemFrame(m_input);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(6);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    applyColours();
    hide();
}

void FieldMessage::setProblem(const QString &text)
{
    if (text == problem())
        return;
    m_text->setText(text);
    setVisible(!text.isEmpty());
    if (m_field) {
        m_input->setAccessibleDescription(text);
        m_frame->setGeometry(m_input->rect());
        m_frame->setVisible(!text.isEmpty());
        m_frame->raise();
    }
    if (text.isEmpty())
        return;
    m_text->setAccessibleName(text);
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void FieldMessage::setVisible(bool visible)
{
    QWidget::setVisible(visible && !problem().isEmpty());
}

void FieldMessage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
    QWidget::changeEvent(event);
}

void FieldMessage::applyColours()
{
    // From our own palette, not the label's: setting that one must not bring us back here.
    const QColor colour = problemColour(palette());
    QPalette red = palette();
    red.setColor(QPalette::WindowText, colour);
    m_text->setPalette(red);
    const int size = fontMetrics().ascent() + 2;
    m_icon->setPixmap(symbolPixmap(u"state-failed"_qs, size, devicePixelRatioF(), colour));
}

} // namespace carillon::ui
