using System.Globalization;
using System.Text.RegularExpressions;
using ConnectingPeople.Simulator.Cohort;

namespace ConnectingPeople.Simulator.Phones;

/// <summary>The phones on the table. A number that is written to without having been added appears as well.</summary>
public sealed partial class PhoneBook(Changes changes)
{
    /// <summary>The first of the UK mobile numbers that Ofcom keeps for drama and will never give to anyone; the study itself has the one before.</summary>
    private const long FirstDramaNumber = 447700900001;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Phone> phones = [];
    private readonly List<string> order = [];

    public IReadOnlyList<Phone> All
    {
        get
        {
            lock (gate)
            {
                return [.. order.Select(number => phones[number])];
            }
        }
    }

    public Phone At(string number) => Change(number, phone => phone);

    public Phone Named(string number, string name) => Change(number, phone => phone with { Name = name });

    public Phone Behaving(string number, Behaviour behaviour) => Change(number, phone => phone with { Behaviour = behaviour });

    public Phone Enrolled(string number, string participantId) => Change(number, phone => phone with { ParticipantId = participantId });

    /// <summary>A number of the drama range that is still free.</summary>
    public string NextFreeNumber()
    {
        lock (gate)
        {
            long number = FirstDramaNumber;
            while (phones.ContainsKey(Text(number)))
            {
                number++;
            }

            return Text(number);
        }
    }

    /// <summary>Whether a text is a number in E.164, the only form in which the provider knows it.</summary>
    public static bool IsNumber(string text) => E164().IsMatch(text);

    private static string Text(long number) => string.Create(CultureInfo.InvariantCulture, $"+{number}");

    private Phone Change(string number, Func<Phone, Phone> change)
    {
        Phone? before;
        Phone after;
        lock (gate)
        {
            if (!phones.TryGetValue(number, out before))
            {
                order.Add(number);
            }

            phones[number] = after = change(before ?? new Phone(number));
        }

        if (after != before)
        {
            changes.Tell();
        }

        return after;
    }

    [GeneratedRegex(@"^\+[1-9]\d{6,14}$")]
    private static partial Regex E164();
}
