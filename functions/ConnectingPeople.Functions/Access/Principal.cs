namespace ConnectingPeople.Functions.Access;

/// <summary>What somebody may do.</summary>
public enum Role
{
    Administrator,
    Supervisor,
    Practitioner,
    Researcher,
}

/// <summary>Somebody who is signed in.</summary>
/// <param name="Email">In lower case.</param>
/// <param name="Roles">At least one.</param>
public sealed record Principal(string Email, IReadOnlySet<Role> Roles)
{
    public bool Is(Role role) => Roles.Contains(role);
}
