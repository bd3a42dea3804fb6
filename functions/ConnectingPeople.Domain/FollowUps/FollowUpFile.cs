using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps.Measures;
using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.FollowUps;

using Date = DateColumn<FollowUpRow>;
using Text = TextColumn<FollowUpRow>;
using YesNo = BooleanColumn<FollowUpRow>;

/// <summary>One person at baseline and at nine months.</summary>
/// <param name="Of">As of the cut-off.</param>
/// <param name="Baseline">Null when nothing of it is answered.</param>
/// <param name="NineMonth">Null when nothing of it is answered.</param>
/// <param name="InWindow">Whether nine months were answered in time; null when they weren't answered.</param>
/// <param name="Scores">One for each measure of the study, in its order.</param>
public sealed record FollowUpRow(ParticipantHistory Of, MeasuredWave? Baseline, MeasuredWave? NineMonth, bool? InWindow, IReadOnlyList<Score> Scores);

/// <summary><c>follow_up</c>: a row is a participant, whatever was answered, sorted by participant_id.</summary>
public static class FollowUpFile
{
    private const string LastAnswer = "the day, in the participant's time zone, of the wave's last answer that holds";

    /// <summary>The columns, three for each of the study's measures.</summary>
    public static Dataset<FollowUpRow> DatasetOf(Study study) => new("follow_up",
    [
        KeyColumns.Participant<FollowUpRow>(row => row.Of.Person.Id.Text),
        AsOfParticipant("agency_id"),
        AsOfParticipant("sector"),
        AsOfParticipant("fidelity"),
        AsOfParticipant("client_group"),
        new Date("baseline_on", "The day that baseline was measured", row => row.Baseline?.On)
        {
            Missing = "nothing of baseline is answered", Derivation = LastAnswer,
        },
        new Date("nine_month_on", "The day that nine months were measured", row => row.NineMonth?.On)
        {
            Missing = "nothing of nine months is answered", Derivation = LastAnswer,
        },
        new YesNo("nine_month_in_window", "Whether all that is answered at nine months was answered in the wave's window", row => row.InWindow)
        {
            Values = "true | false",
            Missing = "nothing of nine months is answered",
            Derivation = "answers from outside the window count in the measures all the same",
        },
        .. study.Measures.SelectMany((measure, place) => MeasureColumns.Of(measure, row => row.Scores[place], study)),
    ])
    {
        Key = ["participant_id"],
    };

    /// <summary>The row of one person.</summary>
    public static FollowUpRow RowOf(ParticipantHistory person, Study study)
    {
        MeasuredWave? baseline = Measured(WaveDefinition.Baseline, person);
        MeasuredWave? nineMonth = Measured(WaveDefinition.NineMonth, person);
        WaveDefinition? wave = study.Waves.FirstOrDefault(wave => wave.Id == WaveDefinition.NineMonth);
        bool? inWindow = wave is null || nineMonth is null ? null : WaveWindow.Of(wave, person.Person.Profile).Holds(nineMonth.CheckIn);
        return new FollowUpRow(person, baseline, nineMonth, inWindow, [.. study.Measures.Select(measure => measure.Of(baseline, nineMonth))]);
    }

    private static MeasuredWave? Measured(string wave, ParticipantHistory person) =>
        person.CheckIns.LastOrDefault(checkIn => checkIn.Wave == wave) is { } checkIn && WaveWindow.AnsweredAt(checkIn) is { } at
            ? new MeasuredWave(checkIn, at.InZone(person.Person.Profile.Zone()).Date)
            : null;

    /// <summary>A column of <c>participants</c>, which says the same here.</summary>
    private static Text AsOfParticipant(string name)
    {
        TextColumn<ParticipantHistory> column = ParticipantsFile.Dataset.Columns.OfType<TextColumn<ParticipantHistory>>().Single(one => one.Name == name);
        return new Text(name, column.Label, row => column.Of(row.Of)) { Values = column.Values, Missing = column.Missing, Derivation = column.Derivation };
    }
}
