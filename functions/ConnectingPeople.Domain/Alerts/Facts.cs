using System.Globalization;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Alerts;

/// <summary>How the facts of an alert are put into words.</summary>
internal static class Facts
{
    public static string Day(Instant at, Participant person) =>
        at.InZone(person.Profile.Zone()).ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Mean(double mean) => mean.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Times(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";
}
