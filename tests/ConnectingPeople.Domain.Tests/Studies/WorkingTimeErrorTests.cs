using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Domain.Studies.Loading;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>How working time is written in a definition, and what can be wrong with it.</summary>
public sealed class WorkingTimeErrorTests
{
    private const string Sound =
        """
        days: [monday, friday]
        from: "09:00"
        to: "17:00"
        timeZone: Europe/London
        holidays: ["2026-12-25", 2026-12-28]
        """;

    [Fact]
    public void Working_time_is_read()
    {
        WorkingTime working = Load(Sound).Value!;

        Assert.Equal([IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], working.Days.Order());
        Assert.Equal((new LocalTime(9, 0), new LocalTime(17, 0), "Europe/London"), (working.From, working.To, working.Zone.Id));
        Assert.Equal([new LocalDate(2026, 12, 25), new LocalDate(2026, 12, 28)], working.Holidays.Order());
    }

    [Fact]
    public void Holidays_may_be_left_out() => Assert.Empty(Load(Sound[..Sound.IndexOf("holidays", StringComparison.Ordinal)]).Value!.Holidays);

    [Theory]
    [InlineData("[monday, friday]", "[]", "1 days: a list of days needs at least 1, and here are 0; add what is missing")]
    [InlineData("monday, ", "mondy, ", "1 days[0]: 'mondy' isn't a day of the week; did you mean 'monday'?")]
    [InlineData("09:00", "17:00", "3 to: the day ends at 17:00, not after its beginning at 17:00; swap or widen them")]
    [InlineData("09:00", "9", "2 from: '9' isn't a time of day; write it with two digits each, such as '09:00'")]
    [InlineData("Europe/London", "Europe/Londn", "4 timeZone: 'Europe/Londn' isn't a time zone; did you mean 'Europe/London'?")]
    [InlineData("Europe/London", "Narnia", "4 timeZone: 'Narnia' isn't a time zone; write its IANA name, such as 'Europe/London'")]
    [InlineData("Europe/London", "[]", "4 timeZone: a list stands where a time zone is expected; write its IANA name, such as 'Europe/London'")]
    [InlineData("2026-12-28", "28/12/2026", "5 holidays[1]: '28/12/2026' isn't a day; write year, month and day, such as '2026-12-25'")]
    [InlineData("2026-12-28", "2026-02-29", "5 holidays[1]: '2026-02-29' isn't a day; write year, month and day, such as '2026-12-25'")]
    [InlineData("holidays", "holiday", "5 holiday: 'holiday' is no key of the working time; did you mean 'holidays'?")]
    [InlineData("timeZone: Europe/London", "", "1 timeZone: 'timeZone' is missing; add it: whose clock these times are of, such as 'Europe/London'")]
    public void An_error_names_line_path_and_cure(string sound, string broken, string error) =>
        Assert.Equal(
            [error],
            Load(Sound.Replace(sound, broken, StringComparison.Ordinal)).Errors.Select(found => $"{found.Line} {found.Path}: {found.Wrong}; {found.Cure}"));

    private static Loaded<WorkingTime> Load(string yaml)
    {
        Reading reading = new("sample.yaml");
        return reading.Outcome(WorkingTimeShape.Shape.Read(YamlTree.Read(yaml, reading)!, reading));
    }
}
