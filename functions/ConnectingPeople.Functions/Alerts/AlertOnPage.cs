using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions.Alerts;

/// <summary>An alert on a page.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Name">As the page calls them; null when it was erased.</param>
/// <param name="Alert">As it is.</param>
/// <param name="Words">Tells what became of it.</param>
public sealed record AlertOnPage(Participant Person, string? Name, Alert Alert, AlertWords Words)
{
    public AlertReference Reference => new(Person.Id, Alert.Id);

    public override string ToString() => Reference.ToString();
}
