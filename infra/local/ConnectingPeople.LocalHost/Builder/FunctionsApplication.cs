namespace ConnectingPeople.LocalHost.Builder;

/// <summary>Makes the builder of a functions app.</summary>
public static class FunctionsApplication
{
}
