namespace ConnectingPeople.LocalHost.Tests;

public sealed class FoundationTests
{
    [Fact]
    public async Task Azurite_gives_each_test_an_account_of_its_own() =>
        Assert.NotEqual(await ConnectingPeople.Testing.Azurite.NewAccountAsync(), await ConnectingPeople.Testing.Azurite.NewAccountAsync());
}
