namespace ConnectingPeople.LocalHost;

/// <summary>The key that a caller needs in Azure.</summary>
public enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
