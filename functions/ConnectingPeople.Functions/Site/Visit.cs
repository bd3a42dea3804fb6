using ConnectingPeople.Functions.Access;

namespace ConnectingPeople.Functions.Site;

/// <summary>One look at one page: what the layout and the forms on it need to know.</summary>
/// <param name="Who">Who is signed in; null for nobody.</param>
/// <param name="Path">The page's address with its query, to come back to.</param>
/// <param name="FormToken">What forms on the page send along; empty for nobody.</param>
/// <param name="SignIn">Where to sign in and come back to this page.</param>
public sealed record Visit(Principal? Who, string Path, string FormToken, string SignIn)
{
    /// <summary>Whether whoever is signed in has one of the roles.</summary>
    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (Role role in roles)
        {
            if (Who?.Is(role) == true)
            {
                return true;
            }
        }

        return false;
    }
}
