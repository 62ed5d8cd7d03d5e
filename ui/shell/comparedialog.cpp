// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/comparedialog.h"

#include "ui/charts/comparisonchart.h"
#include "ui/models/celltext.h"
#include "ui/models/comparisonmodel.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace pushscope {

namespace {

using Readers = std::pair<std::unique_ptr<SessionReader>, std::unique_ptr<SessionReader>>;

Result<Readers> readersOf(const QString &a, const QString &b)
{
    auto first = SessionReader::open(a);
    if (!first)
        return tl::unexpected(first.error());
    auto second = SessionReader::open(b);
    if (!second)
        return tl::unexpected(second.error());
    return Readers(std::move(*first), std::move(*second));
}

QString eventText(const SessionRow &row)
{
    return lineText(row.type + " → " + row.to.join(' ') + "  " + row.data.left(200));
}

} // namespace

struct CompareDialog::Outcome {
    std::vector<CoursePoint> a, b;
    std::chrono::nanoseconds step{0};
    EventDifference difference;
};

CompareDialog::CompareDialog(const QString &a, const QString &nameOfA, const QString &b, const QString &nameOfB, QWidget *parent)
    : QDialog(parent)
    , m_paths{a, b}
    , m_names{nameOfA, nameOfB}
    , m_mark(new QComboBox(this))
    , m_rates(new ComparisonChart(tr("Deliveries, events/s"), this))
    , m_latencies(new ComparisonChart(tr("Delivery latency p99, ms"), this))
    , m_model(new ComparisonModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("comparison"), tr("Both sessions as figures"), this))
    , m_verdict(textLabel(QStringLiteral("comparisonVerdict"), tr("The first event that differs")))
    , m_progress(new QProgressBar(this))
    , m_show(new QPushButton(themedIcon(QStringLiteral("open")), tr("&Show in both windows"), this))
{
    setWindowTitle(tr("%1 beside %2").arg(nameOfA, nameOfB));
    layOut();
    FilterBar::addShortcuts(this);
    for (ComparisonChart *chart : {m_rates, m_latencies})
        chart->setNames(nameOfA, nameOfB);
    connect(m_mark, &QComboBox::activated, this, &CompareDialog::compare);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const auto timeOf = [](const std::optional<SessionRow> &row, qint64 otherwise) { return row ? row->monoNs : otherwise; };
        Q_EMIT momentChosen(timeOf(m_difference.a, m_from.aNs), timeOf(m_difference.b, m_from.bNs));
    });
    findMarks();
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::layOut()
{
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Compared"));
    m_verdict->setWordWrap(true);
    auto *label = new QLabel(tr("&Aligned by:"), this);
    label->setBuddy(m_mark);
    auto *top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_mark, 1);
    top->addWidget(m_progress);
    auto *charts = new QWidget(this);
    auto *chartLayout = new QVBoxLayout(charts);
    chartLayout->addWidget(m_rates);
    chartLayout->addWidget(m_latencies);
    auto *tabs = new QTabWidget(this);
    tabs->addTab(charts, tr("Charts"));
    tabs->addTab(new FilteredTable(m_table, nullptr), tr("Figures"));
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_verdict, 1);
    bottom->addWidget(m_show);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(tabs, 1);
    layout->addLayout(bottom);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 36);
}

void CompareDialog::run(FileJob::Work work, const std::function<void()> &done)
{
    m_job = std::make_unique<FileJob>(std::move(work)); // what was under way is cancelled and joined
    m_progress->setValue(0);
    m_progress->show();
    m_show->setEnabled(false);
    connect(m_job.get(), &FileJob::progressed, m_progress, &QProgressBar::setValue);
    connect(m_job.get(), &FileJob::finished, this, [this, done](quint64, bool cancelled, const QString &error) {
        m_job.release()->deleteLater(); // it is the sender
        m_progress->hide();
        if (!error.isEmpty())
            m_verdict->setText(tr("They can't be compared: %1").arg(error));
        else if (!cancelled)
            done();
    });
    m_job->start();
}

void CompareDialog::findMarks()
{
    m_verdict->setText(tr("Looking for marks that both have…"));
    const auto found = std::make_shared<std::vector<CommonMark>>();
    run(
        [a = m_paths[0], b = m_paths[1], found](const FileJob::Progress &progress) -> Result<quint64> {
            return readersOf(a, b)
                .and_then([&](const Readers &readers) { return commonMarks(*readers.first, *readers.second, progress); })
                .map([&](std::vector<CommonMark> marks) {
                    *found = std::move(marks);
                    return quint64(found->size());
                });
        },
        [this, found] {
            m_marks = std::move(*found);
            for (const CommonMark &mark : m_marks)
                m_mark->addItem(mark.text.isEmpty() ? tr("their beginnings") : tr("the mark “%1”").arg(lineText(mark.text)));
            alignBy(m_marks.size() > 1 ? 1 : 0); // a mark says more than a beginning
        });
}

void CompareDialog::alignBy(int mark)
{
    m_mark->setCurrentIndex(mark);
    compare();
}

void CompareDialog::compare()
{
    m_from = m_marks[std::size_t(std::max(0, m_mark->currentIndex()))];
    m_verdict->setText(tr("Comparing…"));
    const auto result = std::make_shared<Outcome>();
    run(
        [a = m_paths[0], b = m_paths[1], from = m_from, result](const FileJob::Progress &progress) -> Result<quint64> {
            const auto readers = readersOf(a, b);
            if (!readers)
                return tl::unexpected(readers.error());
            SessionReader &first = *readers->first, &second = *readers->second;
            const qint64 length = std::max(first.span().endNs - from.aNs, second.span().endNs - from.bNs);
            result->step = std::max(std::chrono::nanoseconds(std::chrono::seconds(1)), std::chrono::nanoseconds(length / Steps));
            result->a = courseOf(first, from.aNs, result->step, Steps);
            result->b = courseOf(second, from.bNs, result->step, Steps);
            return firstDifference(first, second, from, progress).map([&](EventDifference difference) {
                result->difference = std::move(difference);
                return result->difference.alike;
            });
        },
        [this, result] { showResult(*result); });
}

void CompareDialog::showResult(const Outcome &result)
{
    const auto figures = [](const std::vector<CoursePoint> &course, auto figure) {
        std::vector<double> values;
        for (const CoursePoint &point : course)
            values.push_back(figure(point));
        return values;
    };
    const auto rate = [](const CoursePoint &point) { return point.perSecond; };
    const auto latency = [](const CoursePoint &point) { return double(point.p99.count()) / 1e3; };
    const double step = double(result.step.count()) / 1e9;
    m_rates->setCourses(figures(result.a, rate), figures(result.b, rate), step);
    m_latencies->setCourses(figures(result.a, latency), figures(result.b, latency), step);
    m_model->setRows(comparisonRows(result.a, result.b));
    m_difference = result.difference;
    showVerdict();
    Q_EMIT compared();
}

void CompareDialog::showVerdict()
{
    const auto &[alike, a, b] = m_difference;
    const QString events = tr("%Ln event(s) are alike.", nullptr, int(std::min<quint64>(alike, 2'000'000'000)));
    QString text;
    if (!a && !b)
        text = tr("No event differs. %1").arg(events);
    else if (!a)
        text = tr("%1 Then %2 has no more, and %3 has: %4").arg(events, m_names[0], m_names[1], eventText(*b));
    else if (!b)
        text = tr("%1 Then %2 has no more, and %3 has: %4").arg(events, m_names[1], m_names[0], eventText(*a));
    else
        text = tr("%1 The next one differs.\n%2: %3\n%4: %5").arg(events, m_names[0], eventText(*a), m_names[1], eventText(*b));
    m_verdict->setText(text);
    m_show->setEnabled(a || b);
}

QString CompareDialog::verdict() const
{
    return m_verdict->text();
}

} // namespace pushscope
